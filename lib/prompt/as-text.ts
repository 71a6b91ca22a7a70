import { compile } from "./compile.ts";
import type { Prompt } from "./schema.ts";

/** What a prompt reads as in one text box: its messages one after the other, variables left as `{{name}}`. */
export function asText(prompt: Prompt): string {
  return compile(prompt)
    .messages.map((message) => message.content)
    .join("\n\n");
}
