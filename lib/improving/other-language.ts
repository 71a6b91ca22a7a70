import { likelyLanguages } from "#lib/checks/detect-language.ts";
import { LANGUAGES } from "#lib/constraints/language/names.ts";
import type { Proposal } from "./improvement.ts";

/** Below this many characters a guess is worth nothing. */
const ENOUGH_CHARS = 60;

/** The two languages by name, when prompt and proposal are plainly in different ones; null otherwise. */
export function otherLanguage(
  prompt: string,
  proposals: readonly Proposal[],
): { prompt: string; proposal: string } | null {
  const proposed = proposals.flatMap(({ value }) => (typeof value === "string" ? [value] : [])).join("\n");
  const [from, to] = [certain(prompt), certain(proposed)];
  return from === null || to === null || from === to
    ? null
    : { prompt: LANGUAGES[from], proposal: LANGUAGES[to] };
}

function certain(text: string) {
  if (text.trim().length < ENOUGH_CHARS) return null;
  const [only, ...others] = likelyLanguages(text) ?? [];
  return only === undefined || others.length > 0 ? null : only;
}
