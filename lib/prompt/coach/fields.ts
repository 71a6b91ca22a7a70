import type { PartName, PartsPrompt, Prompt } from "../schema.ts";
import { isInstruction } from "./find.ts";
import { toldOf } from "./told.ts";
import type { CoachField, CoachInput } from "./types.ts";

type Text = Pick<CoachField, "part" | "path" | "text">;

/** The texts of a prompt, in the order in which they are sent. */
export function coachInput(prompt: Prompt): CoachInput {
  const fields = textsOf(prompt)
    .filter(({ text }) => text.trim() !== "")
    .map((field) => ({ ...field, ...toldOf(field.text) }));
  const told = fields
    .filter(isInstruction)
    .flatMap((field) => field.sentences.map(({ start, end }) => field.told.slice(start, end)))
    .join("\n");
  return { prompt, fields, told, words: told.match(/\S+/g)?.length ?? 0 };
}

function textsOf(prompt: Prompt): Text[] {
  if (prompt.kind === "parts") return partTexts(prompt);
  return [
    { part: "system", path: "system", text: prompt.system ?? "" },
    { part: "text", path: "text", text: prompt.text },
  ];
}

const PLAIN_PARTS = ["role", "task", "audience", "format", "opening", "closing", "extra"] as const;

function partTexts(prompt: PartsPrompt): Text[] {
  const listed = (part: PartName, path: string, text: string): Text => ({ part, path, text });
  return [
    ...PLAIN_PARTS.map((part) => listed(part, part, prompt[part])),
    ...prompt.constraints.flatMap((constraint, index) =>
      constraint.kind === "other" ? [listed("constraints", `constraints.${index}`, constraint.text)] : [],
    ),
    ...prompt.examples.flatMap(({ input, output }, index) => [
      listed("examples", `examples.${index}.input`, input),
      listed("examples", `examples.${index}.output`, output),
    ]),
  ];
}

/** The text at a path of a prompt; undefined where there is none. */
export function textAt(prompt: Prompt, path: string): string | undefined {
  return textsOf(prompt).find((text) => text.path === path)?.text;
}

/** The prompt with another text at one path; everything else is the same value. */
export function withTextAt(prompt: Prompt, path: string, text: string): Prompt {
  if (prompt.kind === "text") {
    if (path === "system") return { ...prompt, system: text };
    return path === "text" ? { ...prompt, text } : prompt;
  }
  const plain = PLAIN_PARTS.find((part) => part === path);
  if (plain !== undefined) return { ...prompt, [plain]: text };
  const [list, index, side] = path.split(".");
  if (list === "constraints") {
    const constraints = prompt.constraints.map((constraint, at) =>
      at === Number(index) && constraint.kind === "other" ? { ...constraint, text } : constraint,
    );
    return { ...prompt, constraints };
  }
  const examples = prompt.examples.map((example, at) =>
    at === Number(index) && (side === "input" || side === "output") ? { ...example, [side]: text } : example,
  );
  return list === "examples" ? { ...prompt, examples } : prompt;
}
