import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const ASKED =
  /\b(?:extract|return|respond|answer|reply|output|give|generate|create|produce|list|write|provide|format|present|summari[sz]e)\b[^.!?\n]{0,60}?\b(?:in|as|with|only|valid|using)\s+(?:a |an |the )?(?:single )?(?:valid )?json\b(?:\s+(?:object|format|array|output))?|\b(?:return|output|respond with|answer with|reply with|give me|generate|produce) (?:a |an |only |valid |the )*json\b(?:\s+(?:object|format|array|output))?/gi;
/** Something in the prompt says the shape. */
const NAMED =
  /\b(?:keys?|fields?|schema|properties|property|attributes|columns?|structure|shape|template|array of|list of|interface|type|entries|each with|like this|example|following format|this format|true or false)\b|["“`'][\w-]+["”`']\s*:|\bwith (?:the )?[\p{L}_"`]+(?:, [\p{L}_ "`]+)+|\bcontaining\b|\b(?:each|every|one) (?:element|item|entry|record|row)\b|\((?:number|string|boolean|integer|array|date|list|optional)\b|\{\s*\n?\s*["“]/iu;

export const jsonWithoutKeys: CoachRule = {
  id: "json-without-keys",
  title: "JSON without its keys",
  why: "“As JSON” gives other keys each time, and a program that reads it breaks. Name the keys, or set a schema.",
  example: {
    before: "Extract the data as JSON.",
    after: "Answer with one JSON object with the keys name, date (YYYY-MM-DD) and total (a number).",
  },
  source: SOURCES.openaiStructured,
  find: (input) => {
    const { prompt, fields } = input;
    const fromParts =
      prompt.kind === "parts" &&
      (prompt.examples.length > 0 || prompt.constraints.some(({ kind }) => kind === "json"));
    if (fromParts || fields.some(({ text }) => NAMED.test(text))) return [];
    return findWords(input, {
      pattern: ASKED,
      message: () => "Which keys? Without names they differ from answer to answer.",
    }).slice(0, 1);
  },
};
