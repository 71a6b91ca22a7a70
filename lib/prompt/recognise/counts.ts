import type { Constraint } from "#lib/constraints/registry.ts";

const ONES = [
  "zero one two three four five six seven eight nine ten eleven twelve",
  "thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
]
  .join(" ")
  .split(" ");
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const WORD_NUMBER = `(?:(?:${TENS.slice(2).join("|")})(?:[- ](?:${ONES.slice(1, 10).join("|")}))?|${ONES.slice(1).join("|")})(?: hundred)?|a (?:single|hundred|dozen)`;
/** A number in digits or words. */
export const NUMBER = `(?:\\d{1,3}(?:,\\d{3})|\\d{1,5}|${WORD_NUMBER})`;
const ADJECTIVE =
  "(?:(?<adjective>short|long|key|concise|brief|simple|complete|full|main|clear|crisp|plain) )?";
const UNIT = "(?<unit>lines?|words?|sentences?|bullet(?:ed)?[- ](?:points?|items?)|bullets?)";

const AT_MOST =
  "at (?:the )?most|no more than|not more than|up to|(?:a |the )?max(?:imum)?\\.?(?: of)?|within|(?:do not|don['’]t|must not|should not|not|never) (?:exceed|go (?:over|above|beyond)|(?:write |use )?more than)";
const UNDER = "under|below|fewer than|less than";
const AT_LEAST =
  "at least|no (?:fewer|less) than|not (?:fewer|less) than|(?:a |the )?min(?:imum)?\\.?(?: of)?";
const OVER = "more than|over";
const EXACTLY = "exactly|precisely|only|just";

/** "at least five bullet points", "60 to 90 words", "100 words or less": a count of the answer. */
export const COUNT = `(?:(?<op>${AT_MOST}|${UNDER}|${AT_LEAST}|${OVER}|${EXACTLY}|between|from)[ :]\\s*)?(?<low>${NUMBER})(?:\\s?(?<by>-|–|—|to|and|or)\\s?(?<high>${NUMBER}))?[ -]${ADJECTIVE}${UNIT}\\b(?<suffix> (?:or (?:less|fewer|more|under)|max(?:imum)?|min(?:imum)?|at most|at least))?`;

/** "four-line", "100-word", "3 to 5 sentence" before a noun. */
export const COUNT_ADJECTIVE = `(?:(?<op>${EXACTLY}|max(?:imum)?|min(?:imum)?)\\s+)?(?<low>${NUMBER})(?:\\s?(?:-|–|to)\\s?(?<high>${NUMBER}))?[- ](?<unit>line|word|sentence|bullet(?:[- ]point)?(?! points?\\b))(?<suffix>)`;

/** A number in digits or words, up to "ninety-nine hundred"; undefined when it is neither. */
export function numberOf(text: string): number | undefined {
  const plain = text.toLowerCase().replaceAll(",", "").trim();
  if (/^\d+$/.test(plain)) return Number(plain);
  if (plain === "a single") return 1;
  if (plain === "a dozen") return 12;
  if (plain === "a hundred") return 100;
  const hundred = plain.endsWith(" hundred");
  const [first = "", second] = plain.replace(/ hundred$/, "").split(/[- ]/);
  const tens = TENS.indexOf(first);
  const value = tens > 1 ? tens * 10 + (second ? ONES.indexOf(second) : 0) : ONES.indexOf(first);
  if (value < 0) return undefined;
  return hundred ? value * 100 : value;
}

const NUMBERS = new RegExp(`\\b${NUMBER}\\b`, "gi");

/** "twenty-five words" → "25 words", "1,500" → "1500". */
export function withDigits(text: string): string {
  return text.replace(NUMBERS, (number) => String(numberOf(number) ?? number));
}

/** The constraint a match of COUNT or COUNT_ADJECTIVE states. `bare` is what a number alone means. */
export function countOf(
  groups: Record<string, string | undefined>,
  bare: "exactly" | "at-most" = "exactly",
): Constraint | undefined {
  const kind = kindOf(groups.unit ?? "");
  const n = numberOf(groups.low ?? "");
  const high = groups.high === undefined ? undefined : numberOf(groups.high);
  if (kind === undefined || n === undefined) return undefined;
  const words = `${groups.op ?? ""}${groups.suffix ?? ""}`.toLowerCase().trim();
  if (groups.high !== undefined) {
    if (groups.by === "and" && words !== "between") return undefined;
    if (high === undefined || high <= n || !/^(?:between|from)?$/.test(words)) return undefined;
    return { kind, op: "between", n, max: high };
  }
  if (words === "") return { kind, op: bare, n };
  const is = (pattern: string) => new RegExp(`^(?:${pattern})$`).test(words);
  if (is(EXACTLY)) return { kind, op: "exactly", n };
  if (is(`${AT_MOST}|or less|or fewer`)) return { kind, op: "at-most", n };
  if (is(`${AT_LEAST}|or more`)) return { kind, op: "at-least", n };
  if (is(`${UNDER}|or under`)) return n > 0 ? { kind, op: "at-most", n: n - 1 } : undefined;
  if (is(OVER)) return { kind, op: "at-least", n: n + 1 };
  return undefined;
}

function kindOf(unit: string): "lines" | "words" | "sentences" | "bullets" | undefined {
  const name = unit.toLowerCase();
  if (name.startsWith("line")) return "lines";
  if (name.startsWith("word")) return "words";
  if (name.startsWith("sentence")) return "sentences";
  return name.startsWith("bullet") ? "bullets" : undefined;
}
