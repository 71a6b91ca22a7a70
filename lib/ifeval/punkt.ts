/**
 * Counts sentences as the Punkt tokenizer does that IFEval uses: a full stop, question or exclamation mark before
 * white space or a closing sign ends one, unless the word before is a known abbreviation, an initial or a number
 * and the next word does not look like a beginning. Line breaks end nothing; the "1." of a list is a sentence.
 * Source: Kiss and Strunk 2006, "Unsupervised multilingual sentence boundary detection". The lists are ours.
 */

const ABBREVIATIONS = new Set(
  [
    "mr mrs ms dr prof sr jr st gen lt col maj adm sen rep reps messrs",
    "jan feb aug sep sept oct nov dec tues wed fri",
    "inc ltd co corp cos bros cie ave ft mg yr vs ok",
    "ala ariz calif colo conn fla ga ill kan ky mich minn nev okla ore pa tenn va vt wash wis",
    "a.d a.m p.m d.c l.a n.y n.j n.c s.c n.h n.m r.i u.k u.n u.s u.s.a u.s.s.r ph.d m.b.a",
    "c d e f g h k l m n p r s t v w",
  ]
    .join(" ")
    .split(" "),
);
/** Words that begin sentences; after an abbreviation they mean that it was the last word. */
const STARTERS = new Set(
  "although but separately yet so indeed many both even nor meanwhile the most in these among nonetheless nevertheless under he some this they there while i since despite according thus instead if though moreover similarly however when it".split(
    " ",
  ),
);
/** Further words that are seldom capitals within a sentence; what follows an abbreviation with one of these is new. */
const COMMON = new Set(
  "we you she his her their our your my its please also as at for from with then after before to by on no not do what why how who where are is was were can will would could should have has had let make take go come see try use remember always never each every all here once only".split(
    " ",
  ),
);

const CLOSING = "[)\";}\\]*:@'({\\[!?]";
const DASHES = "(?:-{2,}|\\.{2,}|(?:\\.\\s){2,}\\.)";
const CANDIDATE = new RegExp(`[.?!](?=(${CLOSING}|\\s+(\\S+)))`, "gu");
const TOKEN = new RegExp(
  `${DASHES}|(?=[^("\`{\\[:;&#*@)}\\]\\-,])\\S+?(?=\\s|$|${CLOSING}|${DASHES}|,(?=$|\\s|${CLOSING}|${DASHES}))|\\S`,
  "gu",
);
const NUMBER = /^-?[.,]?\p{Nd}[\p{Nd},.-]*\.?$/u;
const INITIAL = /^[\p{L}_]\.$/u;
/** Closing signs at the beginning of a slice belong to the sentence before. */
const BELONGS_BEFORE = /^["')\]}]+?(?:\s+|(?=--)|$)/m;

/** How many sentences the text has for IFEval. */
export function countPunktSentences(text: string): number {
  const slices: { start: number; end: number }[] = [];
  let last = 0;
  for (const { end, next, context } of candidates(text)) {
    if (!endsSentence(context)) continue;
    slices.push({ start: last, end });
    last = next;
  }
  slices.push({ start: last, end: text.trimEnd().length });
  return countRealigned(text, slices);
}

interface Candidate {
  /** Where the mark ends. */
  end: number;
  /** Where the next sentence would begin. */
  next: number;
  /** The word with the mark and what follows it. */
  context: string;
}

/** Places where a sentence may end; of several marks in one word only the last. */
function candidates(text: string): Candidate[] {
  const found: Candidate[] = [];
  let pending: (Candidate & { wordEnd: number }) | null = null;
  let word = { start: 0, end: 0 };
  for (const match of text.matchAll(CANDIDATE)) {
    const at = match.index;
    const space = lastSpace(text.slice(word.end, at));
    const start = space === 0 ? word.start : word.end + space + 1;
    if (pending !== null && pending.wordEnd <= start) found.push(pending);
    const after = match[1] ?? "";
    const nextToken = match[2];
    const end = at + 1;
    const next = nextToken === undefined ? end : end + after.length - nextToken.length;
    pending = { end, next, context: text.slice(start, end) + after, wordEnd: at };
    word = { start, end: at };
  }
  if (pending !== null) found.push(pending);
  return found;
}

function lastSpace(text: string): number {
  for (let index = text.length - 1; index >= 0; index -= 1) {
    if (/[\t-\r ]/.test(text.charAt(index))) return index;
  }
  return 0;
}

/** Whether a token within the context, other than its last one, ends a sentence. */
function endsSentence(context: string): boolean {
  const tokens = context.match(TOKEN) ?? [];
  return tokens.slice(0, -1).some((token, index) => isBreak(token, tokens[index + 1] ?? ""));
}

function isBreak(token: string, next: string): boolean {
  if (token === "?" || token === "!" || token === ".") return true;
  if (!token.endsWith(".")) return false;
  const bare = token.slice(0, -1).toLowerCase();
  const ellipsis = /^\.\.+$/.test(token);
  const abbreviation =
    !token.endsWith("..") && (isAbbreviation(bare) || isAbbreviation(bare.split("-").at(-1) ?? ""));
  const first = !ellipsis && !token.endsWith("..") && !abbreviation;
  const initial = INITIAL.test(token);
  const starts = startsSentence(next);
  if ((abbreviation || ellipsis) && !initial) return starts === "yes" || isStarter(next);
  if (!initial && !NUMBER.test(token)) return first;
  if (starts === "no" || (starts === "unknown" && initial && /^\p{Lu}/u.test(next))) return false;
  return first;
}

function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.has(word);
}

function bareWord(token: string): string {
  return token.toLowerCase().replace(/\.$/, "");
}

function isStarter(token: string): boolean {
  return /^\p{Lu}/u.test(token) && STARTERS.has(bareWord(token));
}

/** Whether a token looks like the first of a sentence. */
function startsSentence(token: string): "yes" | "no" | "unknown" {
  if (/^[;:,.!?]$/.test(token)) return "no";
  if (/^\p{Ll}/u.test(token)) return "no";
  const common = STARTERS.has(bareWord(token)) || COMMON.has(bareWord(token));
  return /^\p{Lu}/u.test(token) && common && token !== "I" ? "yes" : "unknown";
}

function countRealigned(text: string, slices: readonly { start: number; end: number }[]): number {
  let count = 0;
  let taken = 0;
  slices.forEach((slice, index) => {
    const start = slice.start + taken;
    const following = slices[index + 1];
    const belongs =
      following === undefined ? null : BELONGS_BEFORE.exec(text.slice(following.start, following.end));
    taken = belongs === null ? 0 : belongs[0].length;
    if (belongs !== null || start < slice.end) count += 1;
  });
  return count;
}
