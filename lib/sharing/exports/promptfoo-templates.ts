import type { Comparison } from "#lib/comparison/schema.ts";
import { PLACEHOLDER } from "#lib/prompt/placeholder.ts";
import { countVariables } from "#lib/prompt/variables.ts";

/** Our variables and texts in promptfoo's template language, in which a text of ours must stay a text. */
export interface Templates {
  /** A text with `{{variables}}`. */
  text(text: string): string;
  /** A text without any. */
  literal(text: string): string;
  vars(values: Readonly<Record<string, string>>): Record<string, string>;
  /** Whether promptfoo would make something else of a value: a template, a file, a module. */
  isRun(value: string): boolean;
}

export function createTemplates(comparison: Comparison): Templates {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const add = (name: string) => {
    if (names.has(name)) return;
    let free = `${/^[A-Za-z_]/.test(name) ? "" : "v_"}${name.replaceAll(/\W+/g, "_")}`;
    while (taken.has(free) || RESERVED.has(free)) free = `${free}_`;
    taken.add(free);
    names.set(name, free);
  };
  for (const name of countVariables(comparison.variants.map(({ prompt }) => prompt)).keys())
    if (name !== "") add(name);
  for (const { values } of comparison.cases) for (const name of Object.keys(values)) add(name);
  return {
    text(text) {
      let written = "";
      let end = 0;
      for (const match of text.matchAll(PLACEHOLDER)) {
        const name = match[1]?.trim() ?? "";
        if (name === "") continue;
        written += `${literal(text.slice(end, match.index))}{{ ${names.get(name) ?? name} }}`;
        end = match.index + match[0].length;
      }
      return written + literal(text.slice(end));
    },
    literal,
    // One line end at the end of a value is taken away there.
    vars: (values) =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          names.get(name) ?? name,
          value.replace(/\n$/, "\n\n"),
        ]),
      ),
    isRun: (value) => /^(?:file|package):|\{[{%#]/.test(value),
  };
}

/** Words of the language itself, and what promptfoo puts there. */
const RESERVED = new Set(
  "true false none null not and or in is if else for env context prompt loop super caller range cycler joiner".split(
    " ",
  ),
);

/** No brace begins anything, and no text is the address of a file. */
function literal(text: string): string {
  return text
    .replaceAll(/\{(?=[{%#])|\{$/g, "{{ '{' }}")
    .replace(/^(?:file|package):/, (scheme) => `{{ '${scheme.charAt(0)}' }}${scheme.slice(1)}`);
}
