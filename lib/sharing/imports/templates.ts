import type { Notes } from "./notes.ts";

/** `{{ '{' }}`, how a template says signs that are only signs, or `{{ expression }}`. */
const EXPRESSION = /\{\{-?\s*(?:(["'])((?:(?!\1)[^\\]){1,20})\1|([^{}]*?))\s*-?\}\}/g;
/** A path of names, and nothing that is worked out. */
const PATH = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*(?:\.[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*)*$/u;
const CODE = /\{%[\s\S]*?%\}|\{#[\s\S]*?#\}/;

/** A name of ours for a value of theirs: `user.name` is `user_name`; `prefix` is the path that all of them begin with. */
export function variableName(path: string, prefix = ""): string {
  const bare = prefix !== "" && path.startsWith(`${prefix}.`) ? path.slice(prefix.length + 1) : path;
  const name = bare.replaceAll(/[^\p{L}\p{M}\p{N}_-]+/gu, "_");
  return (name === "" ? "value" : name).slice(0, 100);
}

/** A name or a title, in which only signs that stand for themselves are undone. */
export function fromLiteral(text: string): string {
  return text.replaceAll(EXPRESSION, (whole, _quote, signs?: string) => signs ?? whole);
}

/**
 * A text whose `{{ x }}` are variables of ours. Nothing of a template is run: what is more than a name stays in the
 * text as it was written, and is noted.
 */
export function fromTemplate(text: string, notes: Notes, prefix = ""): string {
  const raw = /^\{%-?\s*raw\s*-?%\}([\s\S]*)\{%-?\s*endraw\s*-?%\}$/.exec(text)?.[1];
  if (raw !== undefined && !/\{%-?\s*(end)?raw/.test(raw)) return raw;
  const read = text.replaceAll(EXPRESSION, (whole, _quote, signs?: string, expression = "") => {
    if (signs !== undefined) return signs;
    if (PATH.test(expression)) return `{{${variableName(expression, prefix)}}}`;
    if (expression !== "") noteCode(notes, whole);
    return whole;
  });
  const code = CODE.exec(text)?.[0];
  if (code !== undefined) noteCode(notes, code);
  return read;
}

function noteCode(notes: Notes, code: string): void {
  notes.count(
    {
      one: "piece of template code stays in the text as it is and is not run",
      many: "pieces of template code stay in the text as they are and are not run",
    },
    code,
  );
}
