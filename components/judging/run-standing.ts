import type { PlaygroundState } from "#components/playground/state.ts";

/** A letter a sample: it changes when a sample has an outcome or loses it, not with every word that streams in. */
export function standingOfRun({ run }: Pick<PlaygroundState, "run">): string {
  if (run === null) return "";
  let letters = run.phase === "over" ? "over:" : "on:";
  for (const { phase } of run.view.samples.values()) {
    letters += phase === "ended" ? "e" : phase === "failed" ? "f" : phase === "unstarted" ? "u" : ".";
  }
  return letters;
}
