import type { RunView, SampleView } from "#lib/runs/ledger.ts";
import { standingOf } from "./endings.ts";
import { counted, countWords, formatUsd } from "./format.ts";

/** How long a pane may write before ears are told again, ms. */
const STILL_WRITING_MS = 10_000;

interface Told {
  started: boolean;
  finished: boolean;
  lastMs: number;
}

/**
 * Words a run for ears: each side starts, is still writing at most every ten seconds, and finishes.
 * Never a token of the stream itself. Returns what is new, or an empty string.
 */
export function createAnnouncer(sides: readonly { variant: string; label: string }[]) {
  const told = new Map<string, Told>();

  return (view: RunView, nowMs: number): string => {
    const news: string[] = [];
    for (const { variant, label } of sides) {
      const samples = [...view.samples.values()].filter((sample) => sample.variant === variant);
      const before = told.get(variant) ?? { started: false, finished: false, lastMs: nowMs };
      const begun = samples.some(({ phase }) => phase !== "waiting");
      const over = samples.every(({ phase }) => phase !== "waiting" && phase !== "writing");
      if (!before.started && begun && !over) {
        news.push(`${label}: started.`);
        before.started = true;
        before.lastMs = nowMs;
      }
      if (!before.finished && over && samples.length > 0) {
        news.push(`${label}: ${summary(samples)}`);
        before.started = true;
        before.finished = true;
      } else if (before.started && !before.finished && nowMs - before.lastMs >= STILL_WRITING_MS) {
        news.push(`${label}: still writing.`);
        before.lastMs = nowMs;
      }
      told.set(variant, before);
    }
    return news.join(" ");
  };
}

function summary(samples: readonly SampleView[]): string {
  const results = samples.flatMap(({ result }) => (result === null ? [] : [result]));
  const failed = samples.filter(({ phase }) => phase === "failed").length;
  const words = results.reduce((sum, { text }) => sum + countWords(text), 0);
  const cost = results.reduce<number | null>(
    (sum, { costUsd }) => (sum === null || costUsd === null ? null : sum + costUsd),
    0,
  );
  const parts = [
    samples.length === 1 ? "finished" : `finished, ${counted(results.length, "answer")}`,
    counted(words, "word"),
    cost === null ? "price unknown" : cost === 0 ? "no cost" : formatUsd(cost),
  ];
  if (failed > 0) parts.push(`${failed} failed`);
  const ended = samples.filter(({ phase }) => phase === "ended").map((sample) => standingOf(sample, "over"));
  const odd = [...new Set(ended.filter(({ mark }) => mark !== "good").map(({ word }) => word))];
  if (odd.length > 0) parts.push(odd.join(", "));
  return `${parts.join(", ")}.`;
}
