import { SOURCES } from "../sources.ts";
import type { CoachFinding, CoachRule } from "../types.ts";

const MAIL = /(?<![\w.+-])[\w.+-]{2,64}@[\w-]{2,63}(?:\.[\w-]{2,63}){1,3}\b/g;
/** An address of an office or an example, not of a person. */
const NO_PERSON =
  /^(?:info|support|sales|contact|hello|help|office|admin|noreply|no-reply|team|service|billing|press|jobs|hr|user|name|your|me|you|test|example|someone|git)\b|@(?:[\w-]+\.)*(?:example|test|domain|company|email|yourcompany)\b/i;
const PHONE = /(?<![\w.+])\+\d{1,3}[ \-/]?\(?\d{2,4}\)?(?:[ \-/]?\d{2,4}){2,4}(?!\d)/g;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g;

export const personalData: CoachRule = {
  id: "personal-data",
  title: "Details of a person",
  why: "Phone numbers, mail addresses and account numbers go to the provider with the prompt. Most tasks work as well with a placeholder.",
  example: {
    before: "Write to Mrs K., phone +49 170 1234567, about her loan.",
    after: "Write to {{customer}} about the loan.",
  },
  source: SOURCES.owaspDisclosure,
  anyLanguage: true,
  find: ({ fields }) =>
    fields
      .flatMap(({ text }, field) => detailsIn(text).map(({ start, end }) => ({ start, end, field })))
      .slice(0, 1)
      .map(
        (at): CoachFinding => ({
          ...at,
          message:
            "This looks like somebody’s contact or account. A placeholder does as well for most tasks.",
        }),
      ),
};

function detailsIn(text: string): { start: number; end: number }[] {
  const found = [
    ...[...text.matchAll(MAIL)].filter(([mail]) => !NO_PERSON.test(mail)),
    ...text.matchAll(PHONE),
    ...[...text.matchAll(IBAN)].filter(([iban]) => isIban(iban)),
  ];
  return found
    .map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
    .sort((one, other) => one.start - other.start);
}

/** The two check digits of ISO 13616: letters as numbers from 10 on, first four signs last, rest 1 modulo 97. */
function isIban(text: string): boolean {
  const signs = text.replaceAll(" ", "");
  const digits = [...signs.slice(4), ...signs.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join("");
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
