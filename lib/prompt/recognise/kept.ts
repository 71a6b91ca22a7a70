import { unreachable } from "#lib/base/errors.ts";
import { phraseOf } from "#lib/constraints/registry.ts";
import type { PartName } from "../schema.ts";
import { withDigits } from "./counts.ts";
import type { Put } from "./cut.ts";
import { ANSWER_NOUN } from "./vocabulary.ts";

/** Words too small to carry meaning of their own, beside the frame of every part. */
const SMALL =
  "a an the and or but of to in on for with it its is be as by this that these your you i me my please make sure also just";

/**
 * The words that may disappear into a part, because the part says them again when it is compiled.
 * Every other word of a recognised sentence must stand in the part or stay in the text.
 */
const FRAME: Record<Put["part"], string> = {
  role: "are re act like want d would pretend imagine behave take assume play role from now can could",
  audience:
    "target audience readers reader is are aimed targeted at intended suitable meant should must understandable for write explain answer text",
  tone: "tone voice mood manner feel sound use keep maintain should must stay style overall be have write answer reply",
  constraints:
    "write use keep limit cut trim restrict do not don t never no avoid must should has have needs need contain contains consist include includes mention mentions using including mentioning say give return reply respond answer answers responses output produce provide exactly precisely only at least most more less fewer than under over below up between from max maximum min minimum within exceed long length total word words term terms phrase phrases keyword keywords following all any one none each without markdown md formatting format plain text syntax json valid object keys key fields field language start starts starting begin begins beginning end ends ending finish finishes finishing close closes closing line lines sentence sentences bullet bullets bulleted point points item items single there are can could result everything entirely always go above beyond hundred dozen",
  opening:
    "start starts starting begin begins beginning open opens opening should must has needs exactly following line sentence words first very write use",
  closing:
    "end ends ending finish finishes finishing close closes closing conclude concludes should must has needs describing then",
  format: "format output",
  steps:
    "let s lets us think work reason go through problem it step steps by before you answer answering give carefully then final thinking out your",
  examples: "example examples input output here are some few",
};

const ANSWER_WORDS = ANSWER_NOUN.split(/[|\s-]+/);
const FRAMES = new Map<string, Set<string>>(
  Object.entries(FRAME).map(([part, words]) => [
    part,
    new Set([...SMALL.split(" "), ...words.split(" "), ...(part === "role" ? [] : ANSWER_WORDS)]),
  ]),
);

/** The words a part may swallow; docs/spec/recognise.md says what that means. */
export function frameOf(part: PartName): ReadonlySet<string> {
  return FRAMES.get(part) ?? new Set();
}

/** Lower-case words and numbers of a text. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Everything a found part carries, as text. */
function carriedBy(put: Put): string {
  switch (put.part) {
    case "tone":
      return put.tones.join(" ");
    case "constraints":
      return `${phraseOf(put.constraint)} ${JSON.stringify(put.constraint)}`;
    case "steps":
      return "";
    case "examples":
      return put.examples.map(({ input, output }) => `${input} ${output}`).join(" ");
    case "role":
    case "audience":
    case "opening":
    case "closing":
    case "format":
      return put.text;
    default:
      return unreachable(put);
  }
}

/** True when no word of `before` is lost by leaving `rest` and moving the other words into `put`. */
export function nothingLost(before: string, rest: string, put: Put): boolean {
  const frame = frameOf(put.part);
  const isFrame = (word: string) => frame.has(word);
  if (put.part !== "constraints") {
    const carried = new Set(wordsOf(`${rest} ${carriedBy(put)}`));
    return wordsOf(before).every((word) => carried.has(word) || isFrame(word));
  }
  const carried = new Set(wordsOf(withDigits(`${rest} ${carriedBy(put)}`)));
  const neighbours = /\b(?:under|below|over|than)\b/i.test(before) ? [-1, 1] : [];
  return wordsOf(withDigits(before)).every(
    (word) =>
      carried.has(word) ||
      isFrame(word) ||
      neighbours.some((step) => carried.has(String(Number(word) + step))),
  );
}
