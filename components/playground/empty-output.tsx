import { RunKeys } from "./run-keys.tsx";
import type { Side } from "./state.ts";

const WORDS = [
  "Here come the answers to the prompt as you would first write it.",
  "Here come the answers to the prompt as you mean it, held to the same contract.",
] as const;

/** Before the first run: what will stand here, and the way to it. */
export function EmptyOutput({ side }: { side: Side }) {
  return (
    <div className="flex min-h-48 flex-1 flex-col items-start justify-center gap-3 py-6">
      <p className="max-w-[34ch] font-serif text-balance text-output text-soft">{WORDS[side]}</p>
      <p className="text-sm text-soft">
        Press <b className="font-semibold text-ink">Run</b> to see them <RunKeys />
      </p>
    </div>
  );
}
