import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** "into French", "from English to Dutch", "French translation": any capitalised word after "to" will do. */
const INTO =
  /\b(?:in)?to\s+(?:\p{L}+\s+)?\p{Lu}\p{L}+|\b\p{Lu}\p{L}+ translation\b|\binto (?:simple|plain|everyday)\b/u;

export const translateWhere: CoachRule = {
  id: "translate-where",
  title: "Translate into what?",
  why: "Without a target language the model takes the likeliest one.",
  example: {
    before: "Translate this text: …",
    after: "Translate the text between the tags into Portuguese as spoken in Brazil.",
  },
  source: SOURCES.openai,
  find: (input) =>
    INTO.test(input.told) ||
    input.fields.some(({ text }) => text.includes("{{")) ||
    (input.prompt.kind === "parts" && input.prompt.constraints.some(({ kind }) => kind === "language"))
      ? []
      : findWords(input, {
          pattern: /(?:^|[.!?\n]\s*)(?:please )?translate\b[^.\n]{0,40}/gi,
          message: () => "Into which language, and for whom?",
        }),
};
