import { compile } from "#lib/prompt/compile.ts";
import { answeredBy } from "./origin-words.ts";
import type { ExportFormat } from "./types.ts";

/** Ends a line for some readers, though not for JSON. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

/** One value as one line, whatever is in it. */
export function jsonLine(value: unknown): string {
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${JSON.stringify(value).replace(LINE_ENDS, escaped)}\n`;
}

/** One answer a line as `{ prompt, response }`, the way the IFEval benchmark's own code reads responses. */
export const jsonl: ExportFormat = {
  kind: "text",
  id: "jsonl",
  label: "JSON Lines",
  about: "One prompt and its response a line, as IFEval reads them.",
  extension: "jsonl",
  mediaType: "application/jsonl",
  needsAnswers: true,
  write({ comparison, run }) {
    const prompts = new Map(comparison.variants.map(({ id, prompt }) => [id, prompt]));
    const values = new Map(comparison.cases.map((each) => [each.id, each.values]));
    const lines = (run?.samples ?? []).flatMap((sample) => {
      const prompt = prompts.get(sample.variant);
      if (prompt === undefined) return [];
      const messages = compile(prompt, values.get(sample.case)).messages;
      return jsonLine({
        prompt: messages.map(({ content }) => content).join("\n\n"),
        response: sample.text,
        ...(sample.origin === undefined ? {} : { answered_by: answeredBy(sample) }),
      });
    });
    return { text: lines.join(""), leftOut: [] };
  },
};
