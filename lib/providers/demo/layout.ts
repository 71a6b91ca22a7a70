import { type Clause, clauseOf } from "./clause.ts";
import type { Random } from "./random.ts";
import type { Shape } from "./shape.ts";
import { capitalised, type Speaker } from "./speaker.ts";
import type { Wanted } from "./wanted.ts";

/** One line of the answer, or one paragraph. */
interface Row {
  clauses: Clause[];
  bullet: boolean;
  /** A sentence cannot go on into the next row. */
  endsBlock: boolean;
}

/** Writes an answer of the given shape; null when these numbers do not go together. */
export function layOut(wanted: Wanted, shape: Shape, speaker: Speaker, random: Random): string | null {
  const clauses = clausesFor(wanted, shape, speaker, random);
  if (clauses === null) return null;
  const rows = rowsOf(clauses, wanted, shape);
  if (rows === null) return null;
  const ended = endings(rows, wanted, shape, random);
  return ended === null ? null : render(rows, ended, wanted, shape, speaker);
}

/** What is given, with as many clauses around it as the lines, sentences and words need. */
function clausesFor(wanted: Wanted, shape: Shape, speaker: Speaker, random: Random): Clause[] | null {
  const first = wanted.start === "" ? [] : [clauseOf(wanted.start, "first")];
  const last = wanted.end === "" ? [] : [clauseOf(wanted.end, "last")];
  const named = includeClause(wanted, speaker);
  const given = [...first, ...named, ...last];

  const inner = given.reduce((sum, clause) => sum + clause.innerSentences, 0);
  const numbers = wanted.marker === "1." ? shape.bullets : 0;
  const room =
    shape.words === null ? null : shape.words - numbers - given.reduce((sum, { words }) => sum + words, 0);
  if (room !== null && room < 0) return null;

  // After these no sentence can end, so each needs a clause more.
  const unending = given.filter((clause) => clause.open || clause.joins).length;
  const fewest = Math.max(
    shape.lines - linesIn(wanted.start) + first.length,
    shape.sentences === null ? 0 : shape.sentences - inner + unending,
  );
  let count = Math.max(fewest, shape.clauses, given.length);
  if (room !== null) count = Math.min(count, given.length + room);
  if (count < fewest) return null;
  if (room !== null && room > 0 && count === given.length) count += 1;

  const fillers = count - given.length;
  const lengths = room === null ? new Array<null>(fillers).fill(null) : sharedLengths(fillers, room, random);
  const middle = lengths.map((words) => clauseOf(speaker.say(words)));
  middle.splice(random.between(0, middle.length), 0, ...named);
  return [...first, ...middle, ...last];
}

/** A clause that names what has to appear and does not stand in the given lines yet. */
function includeClause(wanted: Wanted, { allowed }: Speaker): Clause[] {
  const around = `${wanted.start}\n${wanted.end}`.toLowerCase();
  const missing = wanted.include.filter((word) => !around.includes(word.toLowerCase()));
  const last = missing.at(-1);
  if (last === undefined) return [];
  const comma = allowed(",") ? ", " : " ";
  const and = allowed("and") ? " and " : comma;
  const list = missing.length === 1 ? last : `${missing.slice(0, -1).join(comma)}${and}${last}`;
  return [clauseOf(allowed("with") ? `with ${list}` : list)];
}

/** `total` words over `count` clauses, nearly even, at least one each. */
function sharedLengths(count: number, total: number, random: Random): number[] {
  const lengths = Array.from(
    { length: count },
    (_, i) => Math.floor((total * (i + 1)) / count) - Math.floor((total * i) / count),
  );
  for (let i = 1; i < count; i += 2) {
    const [before = 0, here = 0] = [lengths[i - 1], lengths[i]];
    const moved = Math.min(random.between(0, 2), Math.floor(before / 3));
    lengths[i - 1] = before - moved;
    lengths[i] = here + moved;
  }
  return lengths;
}

export function linesIn(text: string): number {
  return text.split("\n").filter((line) => line.trim() !== "").length;
}

/** Deals the clauses out: what was given first stands alone when there is another line, the rest evenly. */
function rowsOf(clauses: Clause[], wanted: Wanted, shape: Shape): Row[] | null {
  const total = shape.lines - Math.max(0, linesIn(wanted.start) - 1);
  const intro = total - shape.bullets;
  if (total < 1 || clauses.length < total || intro < 0 || (intro === 0 && wanted.start !== "")) return null;
  const alone = wanted.start !== "" && total > 1 ? 1 : 0;
  const rest = clauses.slice(alone);
  const rows = Array.from({ length: total }, (_, i): Row => {
    const bullet = i >= intro;
    const endsBlock = bullet || shape.paragraphs || i === intro - 1 || i === total - 1;
    if (i < alone) return { clauses: clauses.slice(0, 1), bullet, endsBlock };
    const share = rest.length / (total - alone);
    const from = Math.floor(share * (i - alone));
    const to = i === total - 1 ? rest.length : Math.floor(share * (i - alone + 1));
    return { clauses: rest.slice(from, to), bullet, endsBlock };
  });
  return rows.every((row) => row.clauses.length > 0) ? rows : null;
}

/** The clauses after which a sentence ends; null when the number asked for cannot be reached. */
function endings(rows: Row[], wanted: Wanted, shape: Shape, random: Random): Set<Clause> | null {
  const ended = new Set<Clause>();
  const atRowEnd: Clause[] = [];
  const inside: Clause[] = [];
  const all = rows.flatMap((row) => row.clauses);
  let count = 0;
  for (const row of rows) {
    for (const [i, clause] of row.clauses.entries()) {
      const lastOfRow = i === row.clauses.length - 1;
      const next = all[all.indexOf(clause) + 1];
      count += clause.innerSentences;
      if (clause.closed || (lastOfRow && row.endsBlock)) ended.add(clause);
      else if (!clause.open && next?.joins !== true) (lastOfRow ? atRowEnd : inside).push(clause);
      // A given ending in small letters goes on with the sentence before it, full stop or not.
      if (clause.closed && next?.joins === true) count -= 1;
    }
  }
  if (shape.sentences === null) {
    const free = wanted.form === "verse" ? atRowEnd.filter((_, i) => i % 2 === 1) : [...atRowEnd, ...inside];
    return new Set([...ended, ...free]);
  }
  const missing = shape.sentences - count - ended.size;
  if (missing < 0 || missing > atRowEnd.length + inside.length) return null;
  for (const clause of [...shuffled(atRowEnd, random), ...shuffled(inside, random)].slice(0, missing))
    ended.add(clause);
  return ended;
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function render(rows: Row[], ended: Set<Clause>, wanted: Wanted, shape: Shape, { allowed }: Speaker): string {
  const comma = allowed(",") ? "," : "";
  let bullets = 0;
  const lines = rows.map((row) => {
    let line = "";
    let fresh = true;
    for (const [i, clause] of row.clauses.entries()) {
      if (i > 0) line += " ";
      line += fresh && clause.given === null ? capitalised(clause.text) : clause.text;
      fresh = ended.has(clause);
      const bare = clause.closed || clause.open || clause.given === "last";
      const alone = clause.given === "first" && i === row.clauses.length - 1 && !fresh;
      if (!bare && !alone) line += fresh ? "." : comma;
    }
    if (!row.bullet) return line;
    bullets += 1;
    return `${wanted.marker === "1." ? `${bullets}.` : wanted.marker} ${line}`;
  });
  return lines.join(shape.paragraphs ? "\n\n" : "\n");
}
