import { INSTRUCTION } from "./vocabulary.ts";

/** One stretch of the prompt: a sentence that rules may read, or data that they must leave alone. */
export interface Unit {
  start: number;
  end: number;
  /** "- ", "2. " in front of a list item. */
  marker: string;
  /** The sentence without marker and final punctuation; empty for data. */
  body: string;
  /** Final punctuation: ".", "!", "?", "". */
  stop: string;
  data: boolean;
  /** First unit of its line: headings and labels stand there. */
  lineStart: boolean;
}

/** Beyond this many characters a prompt is material to work on, not instruction. Bounds the work of the rules. */
export const READ_CHARS = 20_000;
/** A longer sentence is prose that somebody pasted. */
const SENTENCE_CHARS = 1_000;

/** So many tags without an end are no tags; bounds the search for their ends. */
const MOST_UNCLOSED = 40;

const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|max|min|no|nr|mr|mrs|ms|dr|prof|st|inc|ltd|p|pp|\p{L})\.$/iu;
const INSTRUCTIVE =
  /\b(?:rules?|requirements?|constraints?|instructions?|guidelines?|steps?|format|structure|criteria|order|keys?|fields?|words?|lines?|sentences?|phrases?|points?|things|style|tone|questions?|sections?|headings?|topics?|columns?|information|details?|role|tasks?|tips|labels?|codes?|categories|categor(?:y|ies)|options?)\b[^:]*$/i;
/** "Summarise the following notes:" – what comes after the colon is material. */
/** "in 3 sentences:" speaks of the answer, and the material follows. */
const SAYS_LENGTH = /\b(?:in|as|into|using)\s[^:]{1,30}\b(?:words?|lines?|sentences?|points?|bullets?)$/i;
const MATERIAL =
  /^\s*(?:text|input|essay|notes|emails?|transcript|article|context|passage|document|review|code|data|query|quote|message|ticket|customer|question|comment)\s*:/i;
const ORDERS = new RegExp(`${INSTRUCTION.source}[^.:!?\\n]{0,200}:(?=\\s)`, "i");
const INTRODUCES =
  /\b(?:this|these|following|below|here(?:['’]s| is| are)|my|the)\b[^.:!?\n]{0,80}:(?=\s|$)/i;
const LABELLED = /^[\p{L}][\p{L}\d _()/-]{0,30}:\s+\S/u;

/**
 * Cuts a prompt into units that tile it except for white space. `isLabel` says whether a line starts with the
 * name of a part ("Tone: …"); any other labelled line ("Customer: …") is data.
 */
export function unitsOf(text: string, isLabel: (line: string) => boolean): Unit[] {
  const units: Unit[] = [];
  const push = (start: number, end: number, data: boolean, lineStart: boolean) => {
    const raw = text.slice(start, end);
    const from = start + (raw.length - raw.trimStart().length);
    const to = from + raw.trim().length;
    if (from < to) units.push(unitAt(text, from, to, data, lineStart));
  };
  const pushData = (start: number, end: number) => push(start, end, true, true);
  const unclosed = new Set<string>();
  let at = 0;
  while (at < text.length) {
    if (at >= READ_CHARS) {
      pushData(at, text.length);
      break;
    }
    const line = lineAt(text, at);
    const block = blockEnd(text, at, line, unclosed);
    if (block !== undefined) {
      pushData(at, block);
      at = block;
      continue;
    }
    const end = wrappedEnd(text, at);
    const raw = text.slice(at, end);
    if (raw.length > READ_CHARS) {
      pushData(at, end);
      at = end;
      continue;
    }
    const content = raw.trimStart();
    const data =
      LABELLED.test(content) &&
      !isLabel(content) &&
      !INTRODUCES.test(content.slice(0, content.indexOf(":") + 1)) &&
      !INSTRUCTION.test(content);
    if (data) {
      const alone =
        /^(?:text|input|notes|email|transcript|article|context|passage|document|review|code|data)\s*:/i.test(
          content,
        );
      const to = alone ? paragraphEnd(text, at) : end;
      pushData(at, to);
      at = to;
      continue;
    }
    at = sentencesOf(text, at, end, isLabel(content), push);
  }
  return units;
}

/** Pushes the sentences of one line; returns where to go on: further than the line when it introduces material. */
function sentencesOf(
  text: string,
  start: number,
  end: number,
  label: boolean,
  push: (start: number, end: number, data: boolean, lineStart: boolean) => void,
): number {
  let from = start;
  for (const to of sentenceEnds(text, start, end)) {
    const sentence = text.slice(from, to);
    if (MATERIAL.test(sentence) && !(label && from === start)) {
      const end = paragraphEnd(text, to);
      push(from, end, true, from === start);
      return end;
    }
    const intro = label && from === start ? null : (INTRODUCES.exec(sentence) ?? ORDERS.exec(sentence));
    if (
      intro !== null &&
      (SAYS_LENGTH.test(intro[0].slice(0, -1)) || !INSTRUCTIVE.test(intro[0].slice(0, -1)))
    ) {
      const colon = from + intro.index + intro[0].length;
      const rest = text.slice(colon, end);
      const quote = /^\s*(?:\{\{[^{}]{1,100}\}\}|“[^”]*”|"[^"]*"|«[^»]*»)[.,]?/.exec(rest);
      if (quote === null) {
        push(from, colon, false, from === start);
        const material = rest.trim() === "" ? text.length : paragraphEnd(text, colon);
        push(colon, material, true, false);
        return material;
      }
    }
    push(from, to, false, from === start);
    from = to;
  }
  return end;
}

function unitAt(text: string, start: number, end: number, data: boolean, lineStart: boolean): Unit {
  const raw = text.slice(start, end);
  if (data || raw.length > SENTENCE_CHARS)
    return { start, end, marker: "", body: "", stop: "", data: true, lineStart };
  const marker = lineStart ? (/^(?:[-*•–]|\d{1,2}[.)])\s+/.exec(raw)?.[0] ?? "") : "";
  const said = raw.slice(marker.length);
  const stop = /[.!?…]+$/.exec(said)?.[0] ?? "";
  return { start, end, marker, body: said.slice(0, said.length - stop.length).trim(), stop, data, lineStart };
}

/** Where each sentence of text[start, end) ends. Quotations are never cut. */
function sentenceEnds(text: string, start: number, end: number): number[] {
  const line = text.slice(start, end);
  const quotes = [...line.matchAll(/“[^”]{0,600}”|"[^"]{0,600}"|«[^»]{0,600}»/g)];
  const ends: number[] = [];
  for (const stop of line.matchAll(/[.!?…]+["”’»)\]]*(?=\s)|[。！？]/g)) {
    const to = stop.index + stop[0].length;
    const quoted = quotes.some((quote) => quote.index < stop.index && to < quote.index + quote[0].length);
    // A quotation that ends inside and the sentence goes on: “Stop!” she said.
    const goesOn = /["”’»)\]]$/.test(stop[0]) && /^\s+\p{Ll}/u.test(line.slice(to, to + 20));
    const marker = /^\s*\d{1,2}\.$/.test(line.slice(0, to));
    if (quoted || goesOn || marker || ABBREVIATION.test(line.slice(Math.max(0, to - 12), to))) continue;
    ends.push(start + to);
  }
  ends.push(end);
  return ends;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(at, end === -1 ? text.length : end);
}

/** Code fences, tags, triple quotes, quoted lines and tables: where the block ends, or undefined. */
function blockEnd(text: string, at: number, line: string, unclosed: Set<string>): number | undefined {
  const fence = /^\s*(```|~~~|"""|''')/.exec(line)?.[1];
  if (fence !== undefined) return endAfter(text, fence, at + line.indexOf(fence) + fence.length);
  const tag = /^\s*<([A-Za-z][\w-]{0,40})(?:\s[^>\n]*)?>/.exec(line)?.[1];
  if (tag !== undefined && !unclosed.has(tag) && unclosed.size < MOST_UNCLOSED) {
    const close = text.indexOf(`</${tag}>`, at);
    if (close !== -1) return lineEndAt(text, close);
    unclosed.add(tag);
  }
  return /^\s*(?:>|\||-{3,}\s*$|={3,}\s*$|\*{3,}\s*$)/.test(line) ? at + line.length + 1 : undefined;
}

function endAfter(text: string, mark: string, from: number): number {
  const close = text.indexOf(mark, from);
  return close === -1 ? text.length : lineEndAt(text, close);
}

function lineEndAt(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

function paragraphEnd(text: string, from: number): number {
  const blank = /\n[ \t]*\n/.exec(text.slice(from));
  return blank === null ? text.length : from + blank.index;
}

/** A shorter line was ended on purpose. */
const WRAP_CHARS = 40;

/** End of the line at `at`, together with lines that only wrap it. */
function wrappedEnd(text: string, at: number): number {
  let start = at;
  let end = lineEndAt(text, at) + 1;
  while (end < text.length && end - at < SENTENCE_CHARS && end - start > WRAP_CHARS) {
    const last =
      text
        .slice(Math.max(at, end - 3), end)
        .trimEnd()
        .at(-1) ?? "\n";
    if (/[\n.!?:;…。"”>]/.test(last) || !/^ {0,3}\p{Ll}/u.test(text.slice(end, end + 4))) break;
    start = end;
    end = lineEndAt(text, end) + 1;
  }
  return Math.min(end, text.length);
}
