import type { Snapshot, SnapshotSample } from "../snapshot.ts";

/** Who gave an answer, in every export the same words. */
export function answeredBy({ origin }: Pick<SnapshotSample, "origin">): string {
  if (origin === "bundled") return "bundled answer, no model was called";
  return origin === "simulated" ? "simulated reply, not a language model" : "model";
}

/** Sentences about answers that no model gave or that nobody here saw a model give; empty when there is nothing to say. */
export function originSentences({ run }: Snapshot): string[] {
  const origins = new Set(run?.samples.map(({ origin }) => origin));
  return [
    ...(origins.has("bundled")
      ? ["Bundled answers: texts that ship with the app to show how it works. No model was called."]
      : []),
    ...(origins.has("simulated")
      ? ["Simulated replies: made by a small set of rules, not by a language model."]
      : []),
    ...(run?.source === "reported"
      ? ["The answers came in with a file; the app did not make the calls and cannot vouch for them."]
      : []),
  ];
}
