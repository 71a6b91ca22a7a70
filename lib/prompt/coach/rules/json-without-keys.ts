import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const NAMED =
  /\b(?:keys?|fields?|schema|properties|attributes|columns?|format|structure|shape|template|array of (?:strings|numbers))\b|["“`'][\w-]+["”`']\s*:|\bwith (?:the )?[\p{L}_]+(?:, [\p{L}_ ]+)+|\bcontaining\b/iu;

export const jsonWithoutKeys: CoachRule = {
  id: "json-without-keys",
  title: "JSON without its keys",
  why: "“As JSON” gives other keys each time, and a program breaks. Name the keys, or set a schema.",
  example: {
    before: "Extract the data as JSON.",
    after: "Answer with one JSON object with the keys name, date (YYYY-MM-DD) and total (a number).",
  },
  source: SOURCES.openai,
  find: (input) => {
    const { prompt, told } = input;
    const fromParts =
      prompt.kind === "parts" &&
      prompt.constraints.some(
        (constraint) =>
          constraint.kind === "json" &&
          ((constraint.keys?.length ?? 0) > 0 || (constraint.schema ?? "") !== ""),
      );
    if (fromParts || NAMED.test(told) || input.fields.some(({ text }) => /\{\s*\n?\s*["“]/.test(text)))
      return [];
    return findWords(input, {
      pattern:
        /\b(?:(?:in|as|to|into|valid|only|return|output|give me|produce|generate)\s+(?:a |an |the )?(?:valid )?json)\b(?:\s+(?:object|format|array))?/gi,
      message: () => "Which keys? Without names they differ from answer to answer.",
    }).slice(0, 1);
  },
};
