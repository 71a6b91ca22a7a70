import { phraseOf } from "#lib/constraints/registry.ts";
import type { PartName, PartsPrompt } from "./schema.ts";

/** One stretch of the message that belongs to one part. */
export interface Piece {
  part: PartName;
  /** Which constraint or example of the prompt this is. */
  index?: number;
  text: string;
  /** A paragraph stands between blank lines; lines follow each other; an item follows what it belongs to. */
  layout: "paragraph" | "line" | "item";
}

/** Words one part of the prompt. An empty part gives no piece. The numbers are those of docs/spec/compile.md. */
export type PartRule = (prompt: PartsPrompt) => Piece[];

const SAYS_ROLE =
  /^(?:you are|you're|you’re|act\b|as an?\b|pretend\b|imagine\b|take on\b|assume\b|play\b|behave\b|be an?\b|i want you\b|from now on\b|your (?:role|job|task)\b|du bist\b|sie sind\b|tu es\b|vous êtes\b|eres\b|sei\b|você é\b)/i;
const SAYS_AUDIENCE =
  /^(?:(?:write|explain|address|aim|speak|talk)\b|(?:the |your )?(?:target )?(?:audience|readers?)\b)/i;
const SAYS_FORMAT =
  /^(?:return|reply|respond|answer|write|format|use|output|give|present|put|provide|make|list|show|print|wrap|only|no|do not|don't|don’t|the|each|every|start|begin|format:)\b/i;
const SAYS_CLOSING = /^(?:end|finish|close|conclude)\s+(?:with|by|on)\b/i;

/** PC4 */
export const role: PartRule = (prompt) => {
  const text = prompt.role.trim();
  return piece("role", "paragraph", text && sentence(SAYS_ROLE.test(text) ? text : `You are ${text}`));
};

/** PC5 */
const task: PartRule = (prompt) => piece("task", "paragraph", prompt.task.trim());

/** PC6 */
const audience: PartRule = (prompt) => {
  const text = prompt.audience.trim();
  if (text === "" || SAYS_AUDIENCE.test(text)) return piece("audience", "line", text && sentence(text));
  return piece("audience", "line", sentence(/^for\b/i.test(text) ? `Write ${text}` : `Write for ${text}`));
};

/** PC7 */
const format: PartRule = (prompt) => {
  const text = prompt.format.trim();
  return piece("format", "line", text && sentence(SAYS_FORMAT.test(text) ? text : `Format: ${text}`));
};

/** PC8 */
const constraints: PartRule = (prompt) => {
  const phrases = prompt.constraints
    .map((constraint, index) => ({ index, phrase: phraseOf(constraint).trim() }))
    .filter(({ phrase }) => phrase !== "");
  const [only] = phrases;
  if (only !== undefined && phrases.length === 1) {
    return piece("constraints", "line", only.phrase, only.index);
  }
  const list = phrases.flatMap(({ index, phrase }) =>
    piece("constraints", "item", `- ${phrase.replaceAll("\n", "\n  ")}`, index),
  );
  return list.length === 0 ? [] : [...piece("constraints", "paragraph", "Follow these rules:"), ...list];
};

/** PC9: the same words as the constraint that holds an output against it. */
const tone: PartRule = (prompt) => {
  const tones = prompt.tone.map((word) => word.trim()).filter((word) => word !== "");
  const last = tones.pop();
  if (last === undefined) return [];
  const joined = tones.length === 0 ? last : `${tones.join(", ")} and ${last}`;
  return piece("tone", "line", sentence(`Keep the tone ${joined}`));
};

/** PC10 */
const opening: PartRule = (prompt) => {
  return piece("opening", "line", phraseOf({ kind: "starts-with", text: prompt.opening }));
};

/** PC11 */
const closing: PartRule = (prompt) => {
  const text = prompt.closing.trim();
  if (text === "" || SAYS_CLOSING.test(text)) return piece("closing", "line", text && sentence(text));
  return piece(
    "closing",
    "line",
    sentence(/^(?:with|by)\b/i.test(text) ? `End ${text}` : `End with ${text}`),
  );
};

/** PC12 */
const examples: PartRule = (prompt) => {
  const items = prompt.examples.flatMap((example, index) => {
    const sides = [labelled("Input", example.input), labelled("Output", example.output)].filter(
      (side) => side !== "",
    );
    if (sides.length === 0) return [];
    return piece("examples", "item", ["<example>", ...sides, "</example>"].join("\n"), index);
  });
  return items.length === 0 ? [] : [...piece("examples", "paragraph", "Examples:"), ...items];
};

/** PC13 */
const steps: PartRule = (prompt) =>
  piece("steps", "line", prompt.steps ? "Work through it step by step before you give the answer." : "");

/** PC14: passages are attached to a run, not written in a prompt; until some are, there is nothing to send. */
const documents: PartRule = () => [];

/** PC15 */
const extra: PartRule = (prompt) => piece("extra", "paragraph", prompt.extra.trim());

/** Every part but the role, in the order in which they stand in the message (PC3). */
export const BODY_RULES: readonly PartRule[] = [
  task,
  audience,
  format,
  constraints,
  tone,
  opening,
  closing,
  examples,
  steps,
  documents,
  extra,
];

function piece(part: PartName, layout: Piece["layout"], text: string, index?: number): Piece[] {
  if (text === "") return [];
  return [index === undefined ? { part, text, layout } : { part, index, text, layout }];
}

/** Ends with a full stop unless it already ends in some punctuation or is more than one line. */
function sentence(text: string): string {
  return text.includes("\n") || /[.!?…:;,。！？؟।]["'”’»)\]]*$/.test(text) ? text : `${text}.`;
}

function labelled(label: string, text: string): string {
  const value = text.trim();
  if (value === "") return "";
  return value.includes("\n") ? `${label}:\n${value}` : `${label}: ${value}`;
}
