import type { PartsPrompt } from "./schema.ts";

/** "a question", "one question that the child can answer", "a short question to the reader": not "a question mark". */
const QUESTION = /^(?:with )?(?:an? |one |the )?(?:[\p{L}-]+ ){0,2}questions?\b(?! marks?\b)/iu;

/** Whether a prompt wants a question at the end, so that the last sign of the answer, "?", tells whether it is there. */
export function asksQuestion({
  closing,
  constraints,
}: Pick<PartsPrompt, "closing" | "constraints">): boolean {
  // Other scripts have other signs.
  const elsewhere = constraints.some((each) => each.kind === "language" && each.code !== "en");
  return !elsewhere && QUESTION.test(closing.trim());
}
