import { type SentenceRule, without } from "./cut.ts";
import { ANSWER, INSTRUCTION } from "./vocabulary.ts";

const TONE = "tone|voice|mood|manner";
const WHOLE = [
  new RegExp(`^(?:please )?make ${ANSWER} (?:feel|sound)\\s+(.+)$`, "i"),
  new RegExp(`^(?:please )?(?:keep|make) (?:the|your|its) (?:overall )?(?:${TONE})\\s+(.+)$`, "i"),
  new RegExp(
    `^(?:the|your|its) (?:overall )?(?:${TONE}) (?:should be|must be|is|should feel|should stay)\\s+(.+)$`,
    "i",
  ),
  new RegExp(`^(?:please )?(?:use|keep|maintain|write in|adopt|with|in) (?:an? )?(.+?) (?:${TONE})$`, "i"),
  new RegExp(`^${ANSWER} (?:should|must) (?:feel|sound)\\s+(.+)$`, "i"),
];
const TAIL = new RegExp(
  `^(.+?),? (?:in|with|using) an? ([^.:;]{3,80}?) (?:and [^.:;]{3,40}? )?(?:${TONE})$`,
  "i",
);

const NOT_A_QUALITY = new Set(
  "not never no don't don’t do avoid use keep write make end start include like as if for to with in from about of when while that which who the".split(
    " ",
  ),
);

/** "Make the poem feel …", "Keep the mood …", "Use a … tone". */
export const frameTone: SentenceRule = (sentence) => {
  for (const pattern of WHOLE) {
    const tones = tonesOf(pattern.exec(sentence)?.[1]);
    if (tones !== undefined) return { put: { part: "tone", tones }, rest: "" };
  }
  return undefined;
};

/** "Write … in a friendly, professional tone". */
export const tailTone: SentenceRule = (sentence) => {
  if (!INSTRUCTION.test(sentence)) return undefined;
  const match = TAIL.exec(sentence);
  const before = match?.[1];
  if (match === null || before === undefined) return undefined;
  const clause = match[0].slice(before.length).replace(/^,? (?:in|with|using) an? /i, "");
  const tones = tonesOf(clause.replace(new RegExp(` (?:${TONE})$`, "i"), ""));
  return tones === undefined ? undefined : { put: { part: "tone", tones }, rest: without(before) };
};

/** "friendly, warm and clear" → three tones; undefined when it is more than a list of qualities. */
export function tonesOf(text: string | undefined): string[] | undefined {
  const tones = (text ?? "")
    .split(/\s*,\s*(?:and|but|yet)\s+|\s*,\s*|\s+(?:and|but|yet)\s+|\s*\/\s*/i)
    .map((tone) => tone.trim().replace(/^an? /i, ""));
  const simple = tones.every(
    (tone) =>
      /^[\p{L}][\p{L}'’-]*(?: [\p{L}'’-]+){0,2}$/u.test(tone) &&
      !tone
        .toLowerCase()
        .split(" ")
        .some((word) => NOT_A_QUALITY.has(word)),
  );
  return simple && tones.length > 0 && tones.length <= 6 ? tones : undefined;
}
