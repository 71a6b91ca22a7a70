import { followsAsPublished } from "./compatible.ts";
import type { IfevalPrompt } from "./instruction.ts";
import { follows, MAPPINGS } from "./mapping.ts";
import { strip } from "./python.ts";
import { responseVariants } from "./variants.ts";

/** Which instructions of one prompt were followed, in their order. */
export interface Verdict {
  key: number | string;
  strict: boolean[];
  loose: boolean[];
}

/** The four published figures, each a share from 0 to 1. */
export interface Figures {
  strictPrompt: number;
  strictInstruction: number;
  loosePrompt: number;
  looseInstruction: number;
}

/** Holds one response against the instructions of its prompt. `compatible` follows the public evaluator to the letter. */
export function judgeResponse(prompt: IfevalPrompt, response: string, compatible: boolean): Verdict {
  const variants = responseVariants(response);
  const verdict: Verdict = { key: prompt.key, strict: [], loose: [] };
  prompt.instruction_id_list.forEach((id, index) => {
    const args = prompt.kwargs[index] ?? {};
    const mapped = compatible ? null : MAPPINGS[id](args);
    const keeps = (text: string) =>
      mapped === null ? followsAsPublished(id, args, text) : follows(mapped, text);
    const strict = strip(response) !== "" && keeps(response);
    verdict.strict.push(strict);
    verdict.loose.push(strict || variants.some(keeps));
  });
  return verdict;
}

/** The figures over all verdicts; a prompt counts when all of its instructions were followed. */
export function figuresOf(verdicts: readonly Verdict[]): Figures {
  const prompts = (reading: "strict" | "loose") =>
    share(verdicts.map((verdict) => verdict[reading].every((followed) => followed)));
  const instructions = (reading: "strict" | "loose") =>
    share(verdicts.flatMap((verdict) => verdict[reading]));
  return {
    strictPrompt: prompts("strict"),
    strictInstruction: instructions("strict"),
    loosePrompt: prompts("loose"),
    looseInstruction: instructions("loose"),
  };
}

function share(followed: readonly boolean[]): number {
  return followed.length === 0 ? 0 : followed.filter(Boolean).length / followed.length;
}
