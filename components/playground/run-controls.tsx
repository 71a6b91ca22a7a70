"use client";

import { useAlive } from "#components/prompt-editor/use-alive.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { usePlayground } from "./context.tsx";
import { counted, formatCount, formatUsd } from "./format.ts";
import { RunKeys } from "./run-keys.tsx";
import type { Run } from "./state.ts";
import { unanswered } from "./unanswered.ts";
import { useEstimate } from "./use-estimate.ts";

/** Run, or Stop while it runs; below it, on a phone beside it, what it will take or how far it is. */
export function RunControls({ className }: { className?: string }) {
  const run = usePlayground((state) => state.run);
  const start = usePlayground((state) => state.start);
  const stop = usePlayground((state) => state.stop);
  const alive = useAlive();
  const busy = run !== null && run.phase !== "over";
  return (
    <div className={classNames("flex flex-col gap-2 max-md:flex-row max-md:items-center", className)}>
      {busy ? (
        <Button
          size="large"
          aria-keyshortcuts="Escape"
          disabled={run.phase === "stopping"}
          onClick={() => void stop()}
          className="w-full max-md:flex-1"
        >
          Stop
          <span className="max-md:hidden pointer-coarse:hidden">
            <Kbd>Esc</Kbd>
          </span>
        </Button>
      ) : (
        <Button
          look="primary"
          size="large"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          disabled={!alive}
          onClick={() => void start()}
          className="w-full max-md:flex-1"
        >
          Run <RunKeys />
        </Button>
      )}
      <div
        className={classNames(
          "text-center text-[0.78125rem] text-soft tabular-nums max-md:text-left",
          busy ? "max-md:flex-1" : "max-md:whitespace-nowrap",
        )}
      >
        {busy ? <Going run={run} /> : <EstimateWords />}
      </div>
    </div>
  );
}

function Going({ run }: { run: Run }) {
  const { done, total } = run.view;
  return (
    <div className="flex flex-col gap-1.5">
      <Progress label="Run" value={done} max={Math.max(1, total)} />
      <span>
        {run.connection === "lost"
          ? "Connection lost. Picking it up again …"
          : run.phase === "stopping"
            ? "Stopping …"
            : `${done} of ${counted(total, "sample")}`}
      </span>
    </div>
  );
}

function EstimateWords() {
  const { calls, tokens, cost } = useEstimate();
  const money =
    cost.kind === "free" ? "free" : cost.kind === "unknown" ? "price unknown" : `≈ ${formatUsd(cost.usd)}`;
  return (
    <>
      {counted(calls, "call")} · ≈ {formatCount(tokens)} tokens
      <span className="max-md:hidden"> · </span>
      <span className="max-md:block">{money}</span>
    </>
  );
}

/** What the run that is over has taken, and the way to the answers that it still owes. */
export function LastRun({ className }: { className?: string }) {
  const run = usePlayground((state) => state.run);
  const finish = usePlayground((state) => state.finish);
  if (run?.phase !== "over") return null;
  const results = [...run.view.samples.values()].flatMap(({ result }) => (result === null ? [] : [result]));
  const tokens = results.reduce((sum, { usage }) => sum + usage.inputTokens + usage.outputTokens, 0);
  const free = results.length > 0 && results.every(({ origin }) => origin !== undefined);
  const money = free ? "no cost" : run.view.costUsd === null ? "price unknown" : formatUsd(run.view.costUsd);
  const missing = unanswered(run.view).length;
  return (
    <div className={classNames("text-center text-[0.78125rem] text-soft tabular-nums", className)}>
      <p>
        Last run: {counted(tokens, "token")}, {money}
      </p>
      {missing > 0 && (
        <p className="mt-1 flex flex-wrap items-center justify-center gap-x-2 gap-y-1">
          {counted(missing, "sample")} without an answer
          <Button size="small" onClick={() => void finish()}>
            Finish the run
          </Button>
        </p>
      )}
    </div>
  );
}
