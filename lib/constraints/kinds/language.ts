import { z } from "zod";
import { LANGUAGES, type LanguageCode } from "../language/names.ts";
import type { ConstraintDescription } from "../types.ts";

function isCode(code: string): code is LanguageCode {
  return Object.hasOwn(LANGUAGES, code);
}

const CODES = Object.keys(LANGUAGES).filter(isCode);

const schema = z.strictObject({
  kind: z.literal("language"),
  not: z.boolean().optional(),
  /** BCP-47, such as "fr". */
  code: z.enum(CODES),
});

export const language: ConstraintDescription<typeof schema> = {
  kind: "language",
  label: "Language",
  schema,
  negatable: true,
  draft: { kind: "language", code: "en" },
  fields: [
    {
      name: "code",
      type: "choice",
      label: "Language",
      options: CODES.map((code) => ({ value: code, label: LANGUAGES[code] })),
    },
  ],
  chip: ({ code }) => `in ${LANGUAGES[code]}`,
  phrase: ({ code }) => `Write in ${LANGUAGES[code]}.`,
};
