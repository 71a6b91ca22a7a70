import { z } from "zod";
import { byPieces, cutBehind } from "../by-pieces.ts";
import type { ConstraintKind, Reading, Span } from "../types.ts";
import { clip, quoted } from "../wording.ts";

const LIMIT = 1_000_000_000_000;
const end = z.number().min(-LIMIT).max(LIMIT).optional();

const schema = z.strictObject({ kind: z.literal("number"), not: z.boolean().optional(), min: end, max: end });

type NumberRange = z.infer<typeof schema>;

/**
 * "1,234.5", "1 234", "-3", ".5", "٤٢", "١٬٢٣٤": digits of any script, a thousands sign between groups of three; or as
 * India has them, "1,23,456". With a decimal comma "1.234,56" and "3,5"; three digits behind a comma are a group.
 */
const NUMBER =
  /[+\-−]?(?:\p{Nd}{1,3}(?:\.\p{Nd}{3})+,\p{Nd}+|\p{Nd}+,\p{Nd}{1,2}(?![\p{Nd},.٫])|(?:\p{Nd}{1,2}(?:,\p{Nd}{2})+,\p{Nd}{3}(?!\p{Nd})|\p{Nd}{1,3}(?:[,٬ \u00a0\u2009\u202f’']\p{Nd}{3})+|\p{Nd}+)(?:[.٫]\p{Nd}+)?|(?<![\p{Nd}.…])[.٫]\p{Nd}+)/gu;
/** Points between groups and a comma, or one or two digits behind the only comma. */
const DECIMAL_COMMA = /^\D?(?:[\d.]+\.\d{3},\d+|\d+,\d{1,2})$/;
const MANY_DIGITS = 40;

/** Digits stand in rows of ten code points, and the first of each row is the digit 0. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return code <= 0x39 ? digit : String((code - zero) % 10);
  });
}

function toNumber(number: string): number {
  const written = asciiDigits(number);
  const pointed = DECIMAL_COMMA.test(written) ? written.replaceAll(".", "").replace(",", ".") : written;
  return Number(
    pointed
      .replace(/[,٬\s’']/g, "")
      .replace("−", "-")
      .replace("٫", "."),
  );
}

const DIGIT = /\p{Nd}/u;
/** In each piece of a text where the first digit stands; -1 for none. Any cut but one within a character will do. */
const firstDigits = byPieces(cutBehind(/[^\ud800-\udbff]/g), (piece) => piece.search(DIGIT));

/** The one number in a text; null when there is none or another. A digit behind it would begin another. */
function onlyNumber(text: string): Span | null {
  const pieces = [...firstDigits(text)];
  const first = pieces.find(({ value }) => value !== -1);
  if (first === undefined) return null;
  // A sign and a point may stand before the digit.
  NUMBER.lastIndex = Math.max(0, first.start + first.value - 2);
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const start = match.index;
  const end = NUMBER.lastIndex;
  const behind = pieces.findIndex((piece) => piece.start >= end);
  const others = behind === -1 ? [] : pieces.slice(behind);
  const rest = text.slice(end, others[0]?.start);
  return DIGIT.test(rest) || others.some(({ value }) => value !== -1) ? null : { start, end };
}

/** Strictly, the answer is the number; loosely, the one number in the answer. Null when it is neither. */
function numberIn(text: string, reading: Reading): (Span & { value: number }) | null {
  const offset = text.length - text.trimStart().length;
  const whole = text.trim();
  if (reading === "strict" && whole.length > MANY_DIGITS) return null;
  const found = onlyNumber(whole);
  if (found === null || found.end - found.start > MANY_DIGITS) return null;
  if (reading === "strict" && found.end - found.start !== whole.length) return null;
  const value = toNumber(whole.slice(found.start, found.end));
  return { value, start: offset + found.start, end: offset + found.end };
}

function range({ min, max }: NumberRange): { low: number; high: number } {
  const ends = [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

function chip(value: NumberRange): string {
  const { low, high } = range(value);
  if (low === high) return `the number ${low}`;
  if (Number.isFinite(low) && Number.isFinite(high)) return `a number from ${low} to ${high}`;
  if (Number.isFinite(low)) return `a number of at least ${low}`;
  return Number.isFinite(high) ? `a number of at most ${high}` : "a number";
}

export const number: ConstraintKind<typeof schema> = {
  kind: "number",
  label: "Number",
  schema,
  negatable: true,
  draft: { kind: "number", min: 0, max: 100 },
  fields: [
    { name: "min", type: "number", label: "From", min: -LIMIT, max: LIMIT },
    { name: "max", type: "number", label: "to", min: -LIMIT, max: LIMIT },
  ],
  chip,
  phrase: (value) => `Answer with ${chip(value)} and nothing else.`,
  check(value, text, reading) {
    const asked = chip(value);
    const found = numberIn(text, reading);
    if (found === null) return { result: "fail", found: quoted(clip(text, 40)), asked, spans: [] };
    const { low, high } = range(value);
    const kept = found.value >= low && found.value <= high;
    const spans = [{ start: found.start, end: found.end }];
    return { result: kept ? "pass" : "fail", found: String(found.value), asked, spans };
  },
};
