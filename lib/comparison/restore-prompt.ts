import { MAX_CONSTRAINTS, PROMPT_CHARS, SHORT_TEXT_CHARS } from "#lib/base/limits.ts";
import { type Example, type PartsPrompt, type Prompt, partsPromptSchema } from "#lib/prompt/schema.ts";
import { fieldsOf, leaves, listOf, textOf } from "./lenient.ts";
import { restoreConstraint } from "./restore-constraint.ts";

const MAX_ITEMS = 20;
const PART_NAMES = Object.keys(partsPromptSchema.shape).filter((name) => name !== "kind");

/** A prompt out of anything: bare text is a text prompt; a prompt with parts and no text is one of parts. */
export function restorePrompt(input: unknown): Prompt {
  const fields = fieldsOf(input);
  const text = textOf(fields.text, PROMPT_CHARS);
  const hasParts = PART_NAMES.some((name) => leaves(fields[name], 4).length > 0);
  if (fields.kind === "parts" || (hasParts && text === "")) return restoreParts(fields);
  if (typeof input === "string") return { kind: "text", text: textOf(input, PROMPT_CHARS) };
  const system = textOf(fields.system, PROMPT_CHARS);
  return { kind: "text", ...(fields.system === undefined ? {} : { system }), text };
}

function restoreParts(fields: Record<string, unknown>): PartsPrompt {
  const long = (name: string) => textOf(fields[name], PROMPT_CHARS);
  const short = (name: string) => textOf(fields[name], SHORT_TEXT_CHARS);
  /** A prompt that was text and became parts half-way keeps what it said. */
  const strays = [long("system"), long("text")].filter((stray) => stray !== "");
  return {
    kind: "parts",
    role: long("role"),
    task: long("task"),
    audience: short("audience"),
    tone: listOf(fields.tone)
      .slice(0, MAX_ITEMS)
      .map((item) => textOf(item, SHORT_TEXT_CHARS)),
    constraints: listOf(fields.constraints)
      .map(restoreConstraint)
      .filter((constraint) => constraint !== null)
      .slice(0, MAX_CONSTRAINTS),
    opening: short("opening"),
    closing: short("closing"),
    format: long("format"),
    examples: listOf(fields.examples).slice(0, MAX_ITEMS).map(restoreExample),
    steps: fields.steps === true,
    documents: fields.documents === true,
    extra: textOf([...listOf(fields.extra), ...strays], PROMPT_CHARS),
    roleAsSystem: fields.roleAsSystem === true,
  };
}

function restoreExample(input: unknown): Example {
  if (typeof input === "string") return { input: textOf(input, PROMPT_CHARS), output: "" };
  const fields = fieldsOf(input);
  return { input: textOf(fields.input, PROMPT_CHARS), output: textOf(fields.output, PROMPT_CHARS) };
}
