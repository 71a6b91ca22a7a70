import { ABBREVIATIONS, NEVER_NAMES, SOMETIMES_NAMES, STARTERS } from "./punkt-words.ts";

/**
 * Finds sentences as the Punkt tokenizer does that IFEval uses: a full stop, question or exclamation mark before
 * white space or a closing sign ends one, unless the word before is a known abbreviation, an initial or a number
 * and the next word does not look like a beginning. Line breaks end nothing; the "1." of a list is a sentence.
 * Source: Kiss and Strunk 2006, "Unsupervised multilingual sentence boundary detection".
 */

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
const BELONGS_BEFORE = /^["')\]}]+?(?:\s+|(?=--)|$)/;

/** How many sentences the text has for IFEval. */
export function countPunktSentences(text: string): number {
  return punktSentences(text).length;
}

/** The sentences of the text for IFEval, without the white space between them. */
export function punktSentences(text: string): string[] {
  const slices: { start: number; end: number }[] = [];
  let last = 0;
  for (const { end, next, context } of candidates(text)) {
    if (!endsSentence(context)) continue;
    slices.push({ start: last, end });
    last = next;
  }
  slices.push({ start: last, end: text.trimEnd().length });
  return realigned(text, slices);
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
  const ellipsis = /^\.\.+$/.test(token);
  const abbreviation = !token.endsWith("..") && isAbbreviation(token.slice(0, -1).toLowerCase());
  const initial = INITIAL.test(token);
  if ((abbreviation || ellipsis) && !initial) return startsSentence(next);
  if (token.endsWith("..") || abbreviation) return false;
  if (!initial && !NUMBER.test(token)) return true;
  return !(goesOn(next) || (initial && isName(next)));
}

function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.has(word) || ABBREVIATIONS.has(word.split("-").at(-1) ?? "");
}

function bareWord(token: string): string {
  return token.toLowerCase().replace(/\.$/, "");
}

/** After an abbreviation: whether the token can only be the first of a sentence. */
function startsSentence(token: string): boolean {
  return /^\p{Lu}/u.test(token) && (STARTERS.has(bareWord(token)) || NEVER_NAMES.has(bareWord(token)));
}

/** After a number or an initial: whether the token cannot be the first of a sentence. */
function goesOn(token: string): boolean {
  return /^[;:,.!?]$/.test(token) || /^\p{Ll}/u.test(token);
}

/** After an initial: whether the token is a name, for all that is known of it. */
function isName(token: string): boolean {
  const word = bareWord(token);
  const known = STARTERS.has(word) || NEVER_NAMES.has(word) || SOMETIMES_NAMES.has(word);
  return /^\p{Lu}/u.test(token) && (!known || word === "i");
}

function realigned(text: string, slices: readonly { start: number; end: number }[]): string[] {
  const sentences: string[] = [];
  let taken = 0;
  slices.forEach((slice, index) => {
    const start = slice.start + taken;
    const following = slices[index + 1];
    const belongs =
      following === undefined ? null : BELONGS_BEFORE.exec(text.slice(following.start, following.end));
    taken = belongs === null ? 0 : belongs[0].length;
    const end =
      belongs === null || following === undefined ? slice.end : following.start + belongs[0].trimEnd().length;
    if (start < end) sentences.push(text.slice(start, end));
  });
  return sentences;
}
