import { z } from "zod";
import { detectLanguage } from "../language/detect.ts";
import { LANGUAGES, type LanguageCode } from "../language/names.ts";
import type { ConstraintKind } from "../types.ts";

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

export const language: ConstraintKind<typeof schema> = {
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
  check({ code }, text) {
    const asked = `in ${LANGUAGES[code]}`;
    const detected = detectLanguage(text, code);
    if (detected === null)
      return { result: "undecided", found: "too little to tell the language", asked, spans: [] };
    if (detected.is === "asked") return { result: "pass", found: asked, asked, spans: [] };
    const names = detected.languages.map((other) => LANGUAGES[other]);
    const found = names.length <= 3 ? `in ${names.join(" or ")}` : "in another script";
    return { result: "fail", found, asked, spans: [] };
  },
};
