import { PROMPT_CHARS, SHORT_TEXT_CHARS } from "#lib/base/limits.ts";
import { fieldsOf, listOf, textOf } from "#lib/comparison/lenient.ts";
import type { TextPrompt } from "#lib/prompt/schema.ts";
import { promptOfMessages } from "./chat-messages.ts";
import type { Notes } from "./notes.ts";
import { fromLiteral, fromTemplate } from "./templates.ts";

export interface FooPrompt {
  label: string;
  prompt: TextPrompt;
}

const ELSEWHERE =
  /^(?:file|portkey|langfuse|helicone|exec|package):|^[^\s{}]+\.(?:txt|md|json|jsonl|yaml|yml|csv|py|js|ts|mjs|cjs|j2|sh)(?::\w+)?$/;

/** The prompts that stand in the file itself; those that lie elsewhere are noted by name. */
export function promptsIn(input: unknown, notes: Notes): FooPrompt[] {
  const listed =
    typeof input === "object" && input !== null && !Array.isArray(input)
      ? Object.entries(input).map(([raw, label]) => ({ raw, label }))
      : listOf(input);
  return listed.flatMap((item) => {
    const fields = typeof item === "string" ? { raw: item } : fieldsOf(item);
    const raw = textOf(fields.raw ?? fields.content ?? fields.id, PROMPT_CHARS);
    if (raw.trim() === "") return [];
    if (ELSEWHERE.test(raw.trim())) {
      notes.count(
        { one: "prompt in another file was left out", many: "prompts in other files were left out" },
        raw,
      );
      return [];
    }
    return [{ label: fromLiteral(textOf(fields.label, SHORT_TEXT_CHARS)), prompt: promptOf(raw, notes) }];
  });
}

/** A text, or a chat written as JSON. */
function promptOf(raw: string, notes: Notes): TextPrompt {
  const messages = messagesIn(raw);
  if (messages === null) return { kind: "text", text: fromTemplate(raw, notes) };
  return promptOfMessages(messages, notes, (text) => fromTemplate(text, notes));
}

function messagesIn(raw: string): unknown[] | null {
  if (!raw.trimStart().startsWith("[")) return null;
  try {
    const value: unknown = JSON.parse(raw);
    return Array.isArray(value) && value.every((item) => "role" in fieldsOf(item)) ? value : null;
  } catch {
    return null;
  }
}
