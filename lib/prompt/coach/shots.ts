import { examplesIn } from "../recognise/examples.ts";
import type { Example, Prompt } from "../schema.ts";

const IN =
  /^\s*(?:[-*] )?(?:q|question|input|text|review|tweet|e-?mail|ticket|message|comment|sentence|headline)\s*:\s*(\S.*)$/i;
const OUT =
  /^\s*(?:a|answer|output|label|sentiment|category|class|intent|result|language|topic|priority)\s*:\s*(\S.*)$/i;

/** The examples of a prompt: its own part, or pairs of lines such as "Review: …" and "Sentiment: …" in its text. */
export function shotsOf(prompt: Prompt): Example[] {
  if (prompt.kind === "parts") return prompt.examples;
  const { examples } = examplesIn(prompt.text.slice(0, 20_000));
  return examples.length > 0 ? examples : labelledPairs(prompt.text.slice(0, 20_000));
}

function labelledPairs(text: string): Example[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.flatMap((line, index) => {
    const input = IN.exec(line)?.[1];
    const output = OUT.exec(lines[index + 1] ?? "")?.[1];
    return input === undefined || output === undefined
      ? []
      : [{ input: input.trim(), output: output.trim() }];
  });
}
