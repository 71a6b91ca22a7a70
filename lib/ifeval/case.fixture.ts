import type { InstructionArguments } from "./instruction.ts";

/** "strict": followed as it is, so loosely too; "loose": only by one of the loose variants; "no": by none. */
export type Followed = "strict" | "loose" | "no";

/** Arguments, a response, what is made of it, and what `--compatible` makes of it where that differs. */
export type InstructionCase = readonly [
  args: InstructionArguments,
  response: string,
  ours: Followed,
  theirs?: Followed,
];
