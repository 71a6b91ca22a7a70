import { z } from "zod";
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

/** Strictly, the answer is the number; loosely, the one number in the answer. Null when it is neither. */
function numberIn(text: string, reading: Reading): (Span & { value: number }) | null {
  const start = text.length - text.trimStart().length;
  const whole = text.trim();
  if (reading === "strict" && whole.length > MANY_DIGITS) return null;
  const [first, second] = whole.matchAll(NUMBER);
  if (first === undefined || second !== undefined || first[0].length > MANY_DIGITS) return null;
  if (reading === "strict" && first[0] !== whole) return null;
  return {
    value: toNumber(first[0]),
    start: start + first.index,
    end: start + first.index + first[0].length,
  };
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
