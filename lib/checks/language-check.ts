import { LANGUAGES } from "#lib/constraints/language/names.ts";
import type { Constraint } from "#lib/constraints/registry.ts";
import type { Finding } from "#lib/constraints/types.ts";
import { likelyLanguages } from "./detect-language.ts";

/** Below this many characters a guess is worth nothing. */
const ENOUGH_CHARS = 60;

/** Whether the text is in the language that was asked for; undecided where that cannot be told. */
export function checkLanguage({ code }: Constraint<"language">, text: string): Finding {
  const asked = `in ${LANGUAGES[code]}`;
  const undecided = (found: string): Finding => ({ result: "undecided", found, asked, spans: [] });
  const length = text.trim().length;
  if (length < ENOUGH_CHARS) return undecided(`${length} characters are too few to tell the language`);
  const likely = likelyLanguages(text);
  if (likely === null) return undecided("no telling the language");
  const names = likely.map((language) => LANGUAGES[language]);
  const found = names.length === 1 ? `in ${names[0]}` : `in ${names.join(" or ")}`;
  if (!likely.includes(code)) return { result: "fail", found, asked, spans: [] };
  return likely.length === 1 ? { result: "pass", found, asked, spans: [] } : undecided(found);
}
