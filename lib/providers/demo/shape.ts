import type { Random } from "./random.ts";
import type { Counted, Range, Wanted } from "./wanted.ts";

/** The numbers of one answer. `null` = not asked for, free to follow from the rest. */
export interface Shape {
  lines: number;
  /** The last so many lines are bullet points. */
  bullets: number;
  sentences: number | null;
  words: number | null;
  /** How many clauses would read naturally; the layout takes more or fewer where the numbers ask for it. */
  clauses: number;
  /** Lines are paragraphs, with a blank line between them. */
  paragraphs: boolean;
}

/** What is given word for word takes this much of the counts. */
interface Given {
  lines: number;
  words: number;
  /** Sentences that end inside it. */
  innerSentences: number;
  /** What is given first ends its sentence by itself. */
  closed: boolean;
}

/** Beyond these the simulator does not follow: it shows a shape, it does not write books. */
const MOST: Record<Counted, number> = { lines: 400, bullets: 400, sentences: 400, words: 3_000 };

const WORDS_A_CLAUSE = 7;

/** Numbers that satisfy every count where that is possible. `plain` takes the lowest ones instead of likely ones. */
export function shapeOf(wanted: Wanted, given: Given, random: Random, plain: boolean): Shape {
  const count = (kind: Counted): Range => {
    const { low, high } = wanted.counts[kind] ?? { low: 0, high: MOST[kind] };
    return { low: Math.min(low, MOST[kind]), high: Math.min(high, MOST[kind]) };
  };
  const asked = (kind: Counted) => wanted.counts[kind] !== undefined;
  const choose = (low: number, high: number, likelyLow: number, likelyHigh: number) => {
    const within = (n: number) => Math.max(low, Math.min(high, n));
    return plain ? within(0) : random.between(within(likelyLow), within(likelyHigh));
  };

  const wordRoom = Math.max(1, Math.floor((count("words").high - given.words) / (plain ? 1 : 4)));
  const mostBlocks = Math.max(1, Math.min(count("sentences").high - given.innerSentences, wordRoom));

  let bullets = 0;
  if (asked("bullets")) {
    bullets = choose(
      count("bullets").low,
      Math.min(count("bullets").high, count("lines").high - given.lines),
      3,
      5,
    );
  } else if (wanted.form === "list") {
    const most = Math.max(0, Math.min(count("lines").high, mostBlocks) - given.lines);
    const likely = asked("lines") ? count("lines").low - given.lines : 3;
    bullets = choose(0, most, likely, Math.max(likely, 5));
  }

  const paragraphs = wanted.form === "prose" && bullets === 0 && !asked("lines");
  const fewestLines = Math.max(1, bullets + given.lines);
  let clauses = clausesOf(wanted, count, choose, given, mostBlocks);
  let lines = Math.max(fewestLines, bullets);
  if (asked("lines")) {
    const fewest = Math.max(count("lines").low, fewestLines);
    const [low, high] = wanted.form === "verse" ? [6, 12] : [fewestLines, fewestLines + 3];
    lines = choose(fewest, count("lines").high, low, high);
  } else if (paragraphs) {
    lines = Math.max(fewestLines, Math.min(Math.ceil(clauses / 6) + given.lines, mostBlocks));
  } else if (wanted.form === "verse" && bullets === 0) {
    lines = Math.max(fewestLines, clauses);
  }
  // One clause a line is how verse and lists read, unless the words or sentences ask for more.
  const oneEach = !paragraphs && !asked("words");
  clauses = oneEach ? lines : Math.max(clauses, lines);

  const intro = lines - bullets;
  const blocks = paragraphs ? lines : bullets + (intro > 0 ? 1 : 0);
  // A given sentence with more of its block after it is one sentence more than the block's own.
  const sharesBlock = given.closed && (lines === given.lines || (intro > given.lines && !paragraphs));
  const fewestSentences = blocks + given.innerSentences + (sharesBlock ? 1 : 0);
  const sentences = asked("sentences")
    ? choose(Math.max(count("sentences").low, fewestSentences), count("sentences").high, clauses, clauses)
    : null;
  const fewestWords = Math.min(given.words + Math.max(lines, sentences ?? 0) + 1, count("words").high);
  const words = asked("words")
    ? choose(
        Math.max(count("words").low, fewestWords),
        count("words").high,
        given.words + clauses * (WORDS_A_CLAUSE - 1),
        given.words + clauses * (WORDS_A_CLAUSE + 1),
      )
    : null;
  return { lines, bullets, sentences, words, clauses, paragraphs };
}

type Choose = (low: number, high: number, likelyLow: number, likelyHigh: number) => number;

function clausesOf(
  wanted: Wanted,
  count: (kind: Counted) => Range,
  choose: Choose,
  given: Given,
  mostBlocks: number,
): number {
  const fromWords = Math.round((count("words").low - given.words) / WORDS_A_CLAUSE);
  const low = Math.max(1, Math.min(fromWords, mostBlocks));
  const [likelyLow, likelyHigh] = wanted.form === "verse" ? [6, 12] : [3, 5];
  return choose(low, Math.max(low, mostBlocks), likelyLow, likelyHigh);
}
