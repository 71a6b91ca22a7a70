import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** Mail addresses that are no examples, international phone numbers, IBANs. */
const PERSONAL =
  /\b[\w.+-]{2,64}@(?!example\.)[\w-]{2,}\.(?!example\b)[\w.]{2,20}\b|(?<![\w.])\+\d{1,3}[ \-/]?\(?\d{2,4}\)?(?:[ \-/]?\d{2,4}){2,4}\b|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}\b/;

export const personalData: CoachRule = {
  id: "personal-data",
  title: "Details of a person",
  why: "Phone numbers, addresses and account numbers go to the provider with the prompt. Most tasks work as well with a placeholder.",
  example: {
    before: "Write to Mrs K., phone +49 170 1234567, about her loan.",
    after: "Write to {{customer}} about the loan.",
  },
  source: SOURCES.owasp,
  find: ({ fields }) => {
    for (const [field, { text }] of fields.entries()) {
      const match = PERSONAL.exec(text);
      if (match === null) continue;
      return [
        {
          message:
            "This looks like somebody’s contact or account. A placeholder does as well for most tasks.",
          field,
          start: match.index,
          end: match.index + match[0].length,
        },
      ];
    }
    return [];
  },
};
