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

/** An answer and its variants of the loose reading: each of them is near one of the last ones. */
const KEPT = 4;
/** A longer text is not kept, characters. */
const KEPT_CHARS = 300_000;

/**
 * Reads texts piece by piece and keeps what it found in the last few. A text that begins or ends as one of those (its
 * variant without a line, the same answer some words later) is read anew only where it differs. Pieces are read when
 * they are asked for.
 *
 * `cut` gives where the pieces start, 0 first. What is found in a piece must not depend on what stands around it,
 * wherever it is cut off.
 */
export function byPieces<Value>(
  cut: (text: string) => number[],
  read: (piece: string) => Value,
): (text: string) => Generator<Found<Value>> {
  let kept: readonly Read<Value>[] = [];
  const known = (text: string): Read<Value> => {
    const same = kept.find((other) => other.text === text);
    if (same !== undefined) return same;
    for (const other of kept) {
      const near = nearly(other, text, cut);
      if (near !== null) return near;
    }
    const starts = cut(text);
    return { text, starts, values: starts.map(() => undefined) };
  };
  return function* (text) {
    const { starts, values } = keep(known(text));
    for (const [index, start] of starts.entries()) {
      const value = values[index] ?? read(text.slice(start, starts[index + 1]));
      values[index] = value;
      yield { start, value };
    }
  };

  function keep(found: Read<Value>): Read<Value> {
    if (found.text.length <= KEPT_CHARS && !kept.includes(found)) kept = [found, ...kept.slice(0, KEPT - 1)];
    return found;
  }
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

function withoutBeginning<Value>({ starts, values }: Read<Value>, text: string, gone: number): Read<Value> {
  const whole = starts.filter((start) => start > gone).map((start) => start - gone);
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
