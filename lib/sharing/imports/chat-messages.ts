import { PROMPT_CHARS } from "#lib/base/limits.ts";
import { fieldsOf, listOf, textOf } from "#lib/comparison/lenient.ts";
import type { TextPrompt } from "#lib/prompt/schema.ts";
import type { Notes } from "./notes.ts";

/**
 * A prompt out of chat messages, as chat APIs have them: `{ role, content }`, the content a text or a list of
 * parts with a `text`. A prompt here is one system message and one of the person, so several become one, in order.
 */
export function promptOfMessages(
  input: unknown,
  notes: Notes,
  text: (raw: string) => string = (raw) => raw,
): TextPrompt {
  const system: string[] = [];
  const user: string[] = [];
  for (const message of listOf(input)) {
    const { role, content, tool_calls, type } = fieldsOf(message);
    const words = contentOf(content, notes);
    if (isOfTool(role, type, tool_calls)) {
      notes.count(
        { one: "message of a tool was left out", many: "messages of tools were left out" },
        words === "" ? textOf(type, 60) : words,
      );
      if (role !== "assistant") continue;
    }
    if (words === "") continue;
    if (role === "system" || role === "developer") system.push(text(words));
    else if (role === "user" || role === undefined) user.push(text(words));
    else {
      notes.count(
        { one: "message of the assistant was left out", many: "messages of the assistant were left out" },
        words,
      );
    }
  }
  if (user.length > 1) notes.say("Several messages of the user became one, in their order.");
  const joined = system.join("\n\n");
  return { kind: "text", ...(joined === "" ? {} : { system: joined }), text: user.join("\n\n") };
}

/** What a tool said, or that one was called: by its role, or as an entry of its own. */
function isOfTool(role: unknown, type: unknown, calls: unknown): boolean {
  return (
    role === "tool" ||
    role === "function" ||
    listOf(calls).length > 0 ||
    /_call(?:_output)?$/.test(textOf(type, 60))
  );
}

function contentOf(content: unknown, notes: Notes): string {
  if (typeof content === "string") return textOf(content, PROMPT_CHARS);
  return listOf(content)
    .flatMap((part) => {
      if (typeof part === "string") return [part];
      const { text, type } = fieldsOf(part);
      if (typeof text === "string") return [text];
      notes.count(
        { one: "picture, sound or file was left out", many: "pictures, sounds or files were left out" },
        typeof type === "string" ? type : undefined,
      );
      return [];
    })
    .map((part) => textOf(part, PROMPT_CHARS))
    .join("\n\n");
}
