/** `node --conditions=react-server scripts/export-lessons.ts --to FOLDER [--format promptfoo] [--model openai/gpt-4.1-mini]`; see docs/exports.md. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { EXPORT_FORMATS } from "../lib/sharing/exports/registry.ts";
import { lessonSnapshots } from "../lib/sharing/lesson-snapshots.fixture.ts";

const { values } = parseArgs({
  options: {
    to: { type: "string" },
    format: { type: "string", default: "promptfoo" },
    model: { type: "string", default: "demo/demo" },
  },
});
const format = EXPORT_FORMATS.find(({ id }) => id === values.format);
const [provider = "", ...names] = values.model.split("/");
const model = { provider, model: names.join("/") };
if (values.to === undefined || format?.kind !== "text") {
  process.stderr.write(
    "usage: scripts/export-lessons.ts --to FOLDER [--format promptfoo] [--model provider/model]\n",
  );
  process.exit(2);
}
await mkdir(values.to, { recursive: true });
for (const { slug, snapshot } of lessonSnapshots()) {
  const variants = snapshot.comparison.variants.map((variant) => ({ ...variant, model }));
  const { text, leftOut } = format.write({ ...snapshot, comparison: { ...snapshot.comparison, variants } });
  const name = `${slug}.${format.extension}`;
  await writeFile(join(values.to, name), text);
  process.stdout.write(`${name}\n${leftOut.map((sentence) => `  ${sentence}\n`).join("")}`);
}
