/**
 * What one check costs on a text of 100 KB, both readings and evidence included, beside a plain pass of Intl.Segmenter
 * over the same text. Median of several texts that differ, after a warm-up.
 *
 *   npm run bench checks [-- --chars 102400 --rounds 7 --kind words] [--cpu]
 *
 * On a busy machine the clock also counts the waiting: `--cpu` prints the mean of the thread's own CPU time instead.
 */
import { parseArgs } from "node:util";
import { cpuTimeMs } from "#lib/base/cpu-time.fixture.ts";
import { hold } from "#lib/checks/hold.ts";
import { KNOWN_BAD } from "#lib/checks/redos.fixture.ts";
import { CONSTRAINT_KINDS, type Constraint, type KindName } from "#lib/constraints/registry.ts";
import { TEXTS } from "./checks-texts.ts";

const { values } = parseArgs({
  options: {
    chars: { type: "string", default: "102400" },
    rounds: { type: "string", default: "7" },
    kind: { type: "string" },
    cpu: { type: "boolean", default: false },
  },
});
const chars = Number(values.chars);
const rounds = Number(values.rounds);
/** Until the engine has compiled what a kind uses, rounds. */
const WARM_UP = 5;

/** Per kind, a promise that the texts break and one that is dear to keep; the dearer one is reported. */
const VALUES: { readonly [Name in KindName]: readonly Constraint<Name>[] } = {
  lines: [
    { kind: "lines", op: "exactly", n: 4 },
    { kind: "lines", op: "at-least", n: 1 },
  ],
  words: [
    { kind: "words", op: "at-most", n: 100 },
    { kind: "words", op: "exactly", n: 12_345 },
  ],
  sentences: [
    { kind: "sentences", op: "at-most", n: 3 },
    { kind: "sentences", op: "at-least", n: 50_000 },
  ],
  characters: [
    { kind: "characters", op: "at-most", n: 280 },
    { kind: "characters", op: "exactly", n: 50_000 },
  ],
  paragraphs: [
    { kind: "paragraphs", op: "exactly", n: 3 },
    { kind: "paragraphs", op: "exactly", n: 3, divider: "***" },
  ],
  bullets: [
    { kind: "bullets", op: "exactly", n: 3 },
    { kind: "bullets", op: "exactly", n: 3, marker: "1." },
  ],
  "starts-with": [{ kind: "starts-with", text: "Dear reader," }],
  "ends-with": [{ kind: "ends-with", text: "The end." }],
  "paragraph-start": [{ kind: "paragraph-start", paragraph: 1_000, word: "Hope" }],
  include: [
    { kind: "include", words: ["sunrise", "lake", "a", "光"], mode: "all" },
    { kind: "include", words: ["unicorn", "e"], mode: "all", match: "anywhere" },
  ],
  exclude: [{ kind: "exclude", words: ["the", "a", "光", "it's", "कि", "و"] }],
  keyword: [
    { kind: "keyword", word: "the", op: "exactly", n: 1 },
    { kind: "keyword", word: "e", op: "exactly", n: 1, match: "anywhere" },
  ],
  letter: [
    { kind: "letter", letter: "e", op: "at-most", n: 5 },
    { kind: "letter", letter: " ", op: "at-most", n: 5 },
  ],
  "capital-words": [
    { kind: "capital-words", op: "at-most", n: 0 },
    { kind: "capital-words", op: "at-least", n: 90_000 },
  ],
  "one-of": [
    { kind: "one-of", options: ["yes", "no", "maybe"] },
    { kind: "one-of", options: ["yes", "no", "hope"], where: "inside" },
  ],
  number: [{ kind: "number", min: 0, max: 100 }],
  json: [
    { kind: "json", keys: ["nothing"] },
    {
      kind: "json",
      schema:
        '{"type":"object","properties":{"items":{"type":"array","items":{"required":["id","name"],"properties":{"name":{"pattern":"^[a-z]+ [0-9]+-[0-9]+$"},"tags":{"type":"array","uniqueItems":true}}}}},"required":["none"]}',
    },
  ],
  regex: [
    { kind: "regex", pattern: "\\d{4}-\\d{2}-\\d{2}" },
    { kind: "regex", pattern: "(\\w+\\s+){4}unicorn$" },
    { kind: "regex", pattern: "[\\s\\S]*never", where: "whole", capitals: "ignore" },
  ],
  language: [
    { kind: "language", code: "fr" },
    { kind: "language", code: "zh" },
  ],
  "reading-level": [{ kind: "reading-level", op: "at-most", n: 1 }],
  case: [
    { kind: "case", case: "upper" },
    { kind: "case", case: "lower" },
    { kind: "case", case: "title" },
  ],
  quotes: [{ kind: "quotes" }],
  "no-comma": [{ kind: "no-comma" }],
  "no-markdown": [{ kind: "no-markdown" }, { kind: "no-markdown", what: "title" }],
  title: [{ kind: "title" }],
  sections: [{ kind: "sections", op: "at-least", n: 3, marker: "Section" }],
  highlighted: [{ kind: "highlighted", op: "exactly", n: 3 }],
  placeholders: [{ kind: "placeholders", op: "exactly", n: 3 }],
  postscript: [{ kind: "postscript", marker: "P.S." }],
  "two-responses": [{ kind: "two-responses", divider: "******" }],
  "repeat-prompt": [{ kind: "repeat-prompt", text: "Write a poem about nature." }],
  other: [{ kind: "other", text: "Use one metaphor." }],
};

function median(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Median time, or with `--cpu` mean CPU time, on texts that have not been seen before, milliseconds. */
function timeMs(texts: readonly string[], work: (text: string) => void): number {
  const now = values.cpu ? cpuTimeMs : () => performance.now();
  const times = texts
    .map((text) => {
      const begin = now();
      work(text);
      return now() - begin;
    })
    .slice(WARM_UP);
  return values.cpu ? times.reduce((sum, time) => sum + time, 0) / times.length : median(times);
}

const WORDS = new Intl.Segmenter("en", { granularity: "word" });
function segmenterPass(text: string): void {
  let count = 0;
  for (const { isWordLike } of WORDS.segment(text)) if (isWordLike === true) count += 1;
  if (count < 0) throw new Error("never");
}

const names = Object.keys(TEXTS);
const kinds = Object.entries(VALUES).filter(([kind]) => values.kind === undefined || values.kind === kind);
/** A copy in one piece, as an answer that came over the wire is. */
const fresh = (text: string): string => JSON.parse(JSON.stringify(text));
let serial = 0;
/** Texts that no check has seen, the first ones for the warm-up. */
function textsOf(name: string): string[] {
  const make = TEXTS[name];
  return Array.from({ length: WARM_UP + rounds }, () => fresh(make?.(10_000 + serial++, chars) ?? ""));
}

function cell(ms: number, peerMs: number): string {
  return `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} (${(ms / peerMs).toFixed(2)})`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

const peers = names.map((name) => timeMs(textsOf(name), segmenterPass));
const out = (text: string) => process.stdout.write(`${text}\n`);
out(
  `## One check on ${chars.toLocaleString("en")} characters: ${values.cpu ? "mean CPU" : "median"} ms (ratio to one Intl.Segmenter word pass)\n`,
);
out(line(["kind", ...names]));
out(line(["---", ...names.map(() => "---:")]));
out(line(["_Intl.Segmenter, words_", ...peers.map((ms) => `${ms.toFixed(1)} (1.00)`)]));

let slowest = { ms: 0, where: "" };
for (const [kind, constraints] of kinds) {
  const cells = names.map((name, column) => {
    const times = constraints.map((constraint) =>
      timeMs(textsOf(name), (text) => hold({ id: "check", constraint }, text)),
    );
    const ms = Math.max(...times);
    if (ms > slowest.ms) slowest = { ms, where: `${kind} on ${name}` };
    return cell(ms, peers[column] ?? Number.NaN);
  });
  out(line([kind, ...cells]));
}
const missing = Object.keys(CONSTRAINT_KINDS).filter((kind) => !(kind in VALUES));
out(
  `\nSlowest: ${slowest.where}, ${slowest.ms.toFixed(1)} ms.${missing.length > 0 ? ` Not timed: ${missing}` : ""}`,
);

/** Patterns that engines with backtracking choke on, each on a text of the same length that does it. */
function badPatterns(): { pattern: string; ms: number }[] {
  return KNOWN_BAD.map(([pattern, begin, again, end]) => {
    const texts = Array.from({ length: WARM_UP + rounds }, (_, round) =>
      fresh(
        `${begin}${again.repeat(Math.floor((chars - round - begin.length - end.length) / again.length))}${end}`,
      ),
    );
    const constraint = { kind: "regex" as const, pattern };
    return { pattern, ms: timeMs(texts, (text) => hold({ id: "check", constraint }, text)) };
  }).sort((one, other) => other.ms - one.ms);
}

if (values.kind === undefined || values.kind === "regex") {
  const [first, ...others] = badPatterns();
  const middle = others[Math.floor(others.length / 2)]?.ms ?? 0;
  out(
    `\n${KNOWN_BAD.length} patterns known to stall other engines: slowest ${first?.ms.toFixed(1)} ms (${first?.pattern}), median ${middle.toFixed(1)} ms.`,
  );
}
