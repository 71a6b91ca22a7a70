import type { Message } from "#lib/base/message.ts";
import { BODY_RULES, type Piece, role } from "./part-rules.ts";
import type { PartName, PartsPrompt, Prompt, TextPrompt } from "./schema.ts";
import { fillPrompt } from "./variables.ts";

/** Which part a stretch of a message is: `messages[message].content.slice(start, end)`, in UTF-16 code units. */
export interface CompiledSpan {
  part: PartName;
  /** Which constraint or example, where the part has several. */
  index?: number;
  message: number;
  start: number;
  end: number;
}

/** What goes to the model. The spans tile every message; only white space lies between them. */
export interface CompiledPrompt {
  messages: Message[];
  spans: CompiledSpan[];
  /** Variables without a value; their placeholders are still in the messages. */
  missing: string[];
}

/** Words a prompt as messages. Pure; the rules are docs/spec/compile.md. */
export function compile(prompt: Prompt, values: Readonly<Record<string, string>> = {}): CompiledPrompt {
  const filled = fillPrompt<Prompt>(prompt, values);
  const drafts = filled.prompt.kind === "text" ? textDrafts(filled.prompt) : partsDrafts(filled.prompt);
  const compiled: CompiledPrompt = { messages: [], spans: [], missing: filled.missing };
  for (const draft of drafts) {
    if (draft.pieces.every((piece) => piece.text.trim() === "")) continue;
    append(compiled, draft);
  }
  return compiled;
}

/** True when nothing would reach the model as the person's message (PC19). */
export function isEmptyPrompt(prompt: Prompt, values?: Readonly<Record<string, string>>): boolean {
  return !compile(prompt, values).messages.some((message) => message.role === "user");
}

interface Draft {
  role: "system" | "user";
  pieces: Piece[];
}

/** PC1 */
function textDrafts(prompt: TextPrompt): Draft[] {
  return [
    { role: "system", pieces: [{ part: "system", text: prompt.system ?? "", layout: "paragraph" }] },
    { role: "user", pieces: [{ part: "text", text: prompt.text, layout: "paragraph" }] },
  ];
}

/** PC16 */
function partsDrafts(prompt: PartsPrompt): Draft[] {
  const body = BODY_RULES.flatMap((rule) => rule(prompt));
  if (!prompt.roleAsSystem) return [{ role: "user", pieces: [...role(prompt), ...body] }];
  return [
    { role: "system", pieces: role(prompt) },
    { role: "user", pieces: body },
  ];
}

/** PC18 */
function append(compiled: CompiledPrompt, draft: Draft): void {
  const message = compiled.messages.length;
  let content = "";
  let before: Piece | undefined;
  for (const piece of draft.pieces) {
    if (before !== undefined) content += separator(before, piece);
    const start = content.length;
    content += piece.text;
    const where = { message, start, end: content.length };
    const { part, index } = piece;
    compiled.spans.push(index === undefined ? { part, ...where } : { part, index, ...where });
    before = piece;
  }
  compiled.messages.push({ role: draft.role, content });
}

function separator(before: Piece, after: Piece): string {
  if (after.layout === "item") return "\n";
  const bothLines = after.layout === "line" && before.layout === "line";
  return bothLines && !before.text.includes("\n") && !after.text.includes("\n") ? "\n" : "\n\n";
}
