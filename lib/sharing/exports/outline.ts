import type { Message } from "#lib/base/message.ts";
import { CONTRACT_CHANGED } from "#lib/comparison/promised-checks.ts";
import { isUnfinished } from "#lib/comparison/unfinished.ts";
import { compile } from "#lib/prompt/compile.ts";
import type { Snapshot, SnapshotSample } from "../snapshot.ts";
import { readSnapshot, type SnapshotReading } from "../snapshot-reading.ts";
import { answeredBy, originSentences } from "./origin-words.ts";
import { variantWords } from "./variant-words.ts";

/** A snapshot as a document to read, without any markup: what Markdown and HTML both write. */
export interface Outline {
  title: string;
  note: string;
  /** About answers that no model gave. */
  origins: string[];
  verdict: string;
  prompts: { label: string; model: string; settings: string; messages: Message[] }[];
  cases: { name: string; values: { name: string; value: string }[] }[];
  contract: { promise: string; tallies: string[] }[];
  answers: { title: string; sides: (OutlineAnswer | null)[] }[];
  startedAt: string;
}

export interface OutlineAnswer {
  label: string;
  facts: string;
  text: string;
  /** "kept: exactly 4 lines", with what was found where it was not kept. */
  checks: { mark: "kept" | "not kept" | "undecided"; promise: string; found: string }[];
}

export function outlineOf(snapshot: Snapshot): Outline {
  const { comparison, run } = snapshot;
  const reading = readSnapshot(snapshot);
  const samples = run?.samples ?? [];
  const promises = new Map(reading.promises.map(({ id, label }) => [id, label]));
  const several = comparison.cases.length > 1;
  return {
    title: reading.title,
    note: comparison.note,
    origins: originSentences(snapshot),
    verdict: verdictOf(reading),
    prompts: reading.variants.map(({ variant, label }) => ({
      label,
      ...variantWords(variant),
      messages: compile(variant.prompt).messages,
    })),
    cases: comparison.cases
      .map(({ id, values }) => ({
        name: id,
        values: Object.entries(values).map(([name, value]) => ({ name, value })),
      }))
      .filter(({ values }) => values.length > 0),
    contract: reading.promises.map(({ id, label, hard, off }) => ({
      promise: off ? `${label} (switched off)` : hard ? label : `${label} (decides nothing)`,
      tallies: reading.variants.map(({ variant }) => tally(samples, variant.id, id)),
    })),
    answers: reading.rows.map((row) => ({
      title: several ? `Case ${row.case.id}, sample ${row.sample + 1}` : `Sample ${row.sample + 1}`,
      sides: row.answers.map((answer, index) =>
        answer === null ? null : answerOf(answer, reading.variants[index]?.label ?? "", promises),
      ),
    })),
    startedAt: run?.startedAt ?? "",
  };
}

function verdictOf({ verdict }: SnapshotReading): string {
  if (verdict === null) return "";
  return verdict.changed ? `${CONTRACT_CHANGED} ${verdict.verdict.sentence}` : verdict.verdict.sentence;
}

function tally(samples: readonly SnapshotSample[], variant: string, check: string): string {
  const results = samples
    .filter((sample) => sample.variant === variant && !isUnfinished(sample.ending))
    .flatMap((sample) => sample.checks.filter(({ id }) => id === check).map(({ result }) => result));
  const decided = results.filter((result) => result !== "undecided");
  if (decided.length === 0) return results.length === 0 ? "" : "undecided";
  return `${decided.filter((result) => result === "pass").length} of ${decided.length} kept`;
}

const MARKS = { pass: "kept", fail: "not kept", undecided: "undecided" } as const;

function answerOf(
  sample: SnapshotSample,
  label: string,
  promises: ReadonlyMap<string, string>,
): OutlineAnswer {
  const { inputTokens, outputTokens, estimated } = sample.usage;
  const about = estimated ? "about " : "";
  const facts = [
    ...(sample.origin === undefined ? [] : [answeredBy(sample)]),
    ...(sample.ending === "complete" ? [] : [`ended: ${sample.ending}`]),
    `${about}${inputTokens} tokens in, ${about}${outputTokens} out`,
    `${(sample.timing.totalMs / 1000).toFixed(1)} s`,
  ];
  return {
    label,
    facts: facts.join(" · "),
    text: sample.text,
    checks: sample.checks.map(({ id, result, found }) => ({
      mark: MARKS[result],
      promise: promises.get(id) ?? id,
      found: result === "pass" ? "" : found,
    })),
  };
}
