import type { PartName, PartsPrompt, Prompt } from "../schema.ts";
import { toldOf } from "./told.ts";
import type { CoachField, CoachInput } from "./types.ts";

/** Longer prompts are read to here: advice has to come while somebody types. */
const READ_CHARS = 40_000;

/** The texts of a prompt, in the order in which they are sent. */
export function coachInput(prompt: Prompt): CoachInput {
  const fields = textsOf(prompt)
    .filter(({ text }) => text.trim() !== "")
    .map((field) => ({ ...field, told: toldOf(field.text.slice(0, READ_CHARS)) }));
  const instructions = fields.filter(({ part }) => part !== "examples");
  return { prompt, fields, told: instructions.map(({ told }) => told).join("\n") };
}

type Text = Pick<CoachField, "part" | "index" | "text">;

function textsOf(prompt: Prompt): Text[] {
  if (prompt.kind === "text") {
    return [
      { part: "system", text: prompt.system ?? "" },
      { part: "text", text: prompt.text },
    ];
  }
  return partTexts(prompt);
}

function partTexts(prompt: PartsPrompt): Text[] {
  const plain = (part: PartName, text: string): Text => ({ part, text });
  return [
    plain("role", prompt.role),
    plain("task", prompt.task),
    plain("audience", prompt.audience),
    plain("format", prompt.format),
    ...prompt.constraints.flatMap((constraint, index): Text[] =>
      constraint.kind === "other" ? [{ part: "constraints", index, text: constraint.text }] : [],
    ),
    plain("opening", prompt.opening),
    plain("closing", prompt.closing),
    ...prompt.examples.map(
      ({ input, output }, index): Text => ({ part: "examples", index, text: `${input}\n${output}` }),
    ),
    plain("extra", prompt.extra),
  ];
}

/** The prompt with one stretch of one field replaced. Fields that the coach does not mend stay as they are. */
export function replaceIn(
  prompt: Prompt,
  { part, index }: Pick<CoachField, "part" | "index">,
  { start, end }: { start: number; end: number },
  replacement: string,
): Prompt {
  const mend = (text: string) => text.slice(0, start) + replacement + text.slice(end);
  if (prompt.kind === "text") {
    if (part === "system") return { ...prompt, system: mend(prompt.system ?? "") };
    return part === "text" ? { ...prompt, text: mend(prompt.text) } : prompt;
  }
  switch (part) {
    case "role":
    case "task":
    case "audience":
    case "format":
    case "opening":
    case "closing":
    case "extra":
      return { ...prompt, [part]: mend(prompt[part]) };
    case "constraints":
      return {
        ...prompt,
        constraints: prompt.constraints.map((constraint, at) =>
          at === index && constraint.kind === "other"
            ? { ...constraint, text: mend(constraint.text) }
            : constraint,
        ),
      };
    default:
      return prompt;
  }
}
