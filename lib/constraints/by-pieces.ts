import { type Recent, recent } from "./recent.ts";

/** What was found in one piece of a text, and where the piece begins. */
export interface Found<Value> {
  start: number;
  value: Value;
}

/** A text in pieces; a piece that nobody has asked for yet has no value. */
interface Read<Value> {
  text: string;
  starts: readonly number[];
  values: (Value | undefined)[];
}

/**
 * Reads texts piece by piece and keeps what it found in the last few. A text that begins or ends as one of those (its
 * variant without a line, the same answer some words later) is read anew only where it differs. Pieces are read when
 * they are asked for.
 *
 * `cut` gives where the pieces start, 0 first. It may make a cut for what stands in the 16 characters before it and for
 * what follows, and leave one out for whatever it likes. What is found in a piece must not depend on what stands around
 * it.
 */
export function byPieces<Value>(
  cut: (text: string) => number[],
  read: (piece: string) => Value,
): (text: string) => Generator<Found<Value>> {
  const last = recent<Read<Value>>();
  return function* (text) {
    const { starts, values } = readOf(text, last, cut);
    for (const [index, start] of starts.entries()) {
      const value = values[index] ?? read(text.slice(start, starts[index + 1]));
      values[index] = value;
      yield { start, value };
    }
  };
}

/** The text in pieces, with what is known of it from the last ones. */
function readOf<Value>(
  text: string,
  last: Recent<Read<Value>>,
  cut: (text: string) => number[],
): Read<Value> {
  const same = last.entries().find((other) => other.text === text);
  if (same !== undefined) return same;
  const found = nearlyAny(text, last.entries(), cut) ?? unread<Value>(text, cut(text));
  last.add(found);
  return found;
}

function nearlyAny<Value>(
  text: string,
  others: readonly Read<Value>[],
  cut: (text: string) => number[],
): Read<Value> | null {
  for (const other of others) {
    const near = nearly(other, text, cut);
    if (near !== null) return near;
  }
  return null;
}

function unread<Value>(text: string, starts: readonly number[]): Read<Value> {
  return { text, starts, values: starts.map(() => undefined) };
}

/** The text in the pieces of another one that begins or ends with it or that it goes on from; null when it does not. */
function nearly<Value>(
  known: Read<Value>,
  text: string,
  cut: (text: string) => number[],
): Read<Value> | null {
  // Comparing slices takes a twentieth of the time of `startsWith` and `endsWith`.
  const longer = known.text.length - text.length;
  if (longer < 0) return text.slice(0, longer) === known.text ? continued(known, text, cut) : null;
  if (known.text.slice(longer) === text) return withoutBeginning(known, text, longer);
  return known.text.slice(0, text.length) === text ? withoutEnd(known, text) : null;
}

/** What a cut may depend on before its place, characters: so near the new beginning it might not be made. */
const LOOKED_BACK = 16;

function withoutBeginning<Value>({ starts, values }: Read<Value>, text: string, gone: number): Read<Value> {
  const whole = starts.filter((start) => start > gone + LOOKED_BACK).map((start) => start - gone);
  return {
    text,
    starts: [0, ...whole],
    values: [undefined, ...values.slice(values.length - whole.length)],
  };
}

function withoutEnd<Value>({ starts, values }: Read<Value>, text: string): Read<Value> {
  const left = starts.filter((start) => start === 0 || start < text.length);
  return { text, starts: left, values: [...values.slice(0, left.length - 1), undefined] };
}

function continued<Value>(
  { starts, values }: Read<Value>,
  text: string,
  cut: (text: string) => number[],
): Read<Value> {
  const last = starts.at(-1) ?? 0;
  const more = cut(text.slice(last)).map((start) => last + start);
  return {
    text,
    starts: [...starts.slice(0, -1), ...more],
    values: [...values.slice(0, -1), ...more.map(() => undefined)],
  };
}

/** About how long a piece is, characters. */
const PIECE_CHARS = 2_000;

/** Cuts a text about every 2,000 characters. `next` finds the first place from `from` on where a piece may start; null for none. */
export function cutWhere(next: (text: string, from: number) => number | null): (text: string) => number[] {
  return (text) => {
    const starts = [0];
    for (let start = next(text, PIECE_CHARS); start !== null; start = next(text, start + PIECE_CHARS)) {
      if (start < text.length) starts.push(start);
    }
    return starts;
  };
}

/** Cuts behind what a global pattern finds. */
export function cutBehind(mark: RegExp): (text: string) => number[] {
  return cutWhere((text, from) => {
    mark.lastIndex = from;
    return mark.test(text) ? mark.lastIndex : null;
  });
}
