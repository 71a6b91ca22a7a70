import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TEMPLATE_GROUPS, type Template, templateSchema } from "./template.ts";

let loaded: readonly Template[] | null = null;

/** Every template in `prompts/templates`, by group and title. Read once per process; throws on the first that is not valid. */
export function loadTemplates(): readonly Template[] {
  loaded ??= readTemplates(join(/* turbopackIgnore: true */ process.cwd(), "prompts", "templates"));
  return loaded;
}

export function templateBySlug(slug: string): Template | undefined {
  return loadTemplates().find((template) => template.slug === slug);
}

/**
 * Reads a folder of templates, one folder each. The `answer.txt` beside each one is a good answer to its example, which
 * the tests hold against its checks; nothing is shown of it. Throws an Error that names the template and what is wrong with it.
 */
export function readTemplates(folder: string): Template[] {
  const slugs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const templates = slugs.map((slug) => {
    try {
      return readTemplate(folder, slug);
    } catch (error) {
      throw new Error(`template ${slug}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  });
  const place = ({ group }: Template) => TEMPLATE_GROUPS.indexOf(group);
  return templates.sort((a, b) => place(a) - place(b) || a.title.localeCompare(b.title, "en"));
}

function readTemplate(folder: string, slug: string): Template {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) throw new Error("the folder's name is not a slug");
  const template = templateSchema.parse(
    JSON.parse(readFileSync(join(folder, slug, "template.json"), "utf8")),
  );
  const { title, variants } = template.comparison;
  if (title === "") throw new Error("its comparison has no title");
  const [before, after] = variants;
  if (JSON.stringify(before?.prompt) === JSON.stringify(after?.prompt)) {
    throw new Error("before and after are the same prompt");
  }
  return { ...template, slug, title };
}
