"use client";

import { useAlive } from "#components/prompt-editor/use-alive.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { Estimate } from "#lib/runs/estimate.ts";
import { usePlayground } from "./context.tsx";
import { counted, formatCount, formatUsd } from "./format.ts";
import { RunKeys } from "./run-keys.tsx";
import type { Run } from "./state.ts";
import { useEstimate } from "./use-estimate.ts";

/** Run, or Stop while it runs; below it what it will cost, how far it is, what it has cost. */
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
          <span className="pointer-coarse:hidden">
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
      <div className="text-center text-[0.78125rem] text-soft tabular-nums max-md:flex-1 max-md:text-left">
        {busy ? <Going run={run} /> : <Costs run={run} />}
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

function Costs({ run }: { run: Run | null }) {
  const estimate = useEstimate();
  return (
    <>
      <EstimateWords estimate={estimate} />
      {run !== null && <SpentWords run={run} />}
    </>
  );
}

function EstimateWords({ estimate: { calls, tokens, cost } }: { estimate: Estimate }) {
  const money =
    cost.kind === "free"
      ? "free: demonstration"
      : cost.kind === "unknown"
        ? "price unknown"
        : `≈ ${formatUsd(cost.usd)}`;
  return (
    <span className="block">
      {counted(calls, "call")} ·<span className="max-md:hidden"> about {formatCount(tokens)} tokens ·</span>{" "}
      {money}
    </span>
  );
}

function SpentWords({ run: { view } }: { run: Run }) {
  const results = [...view.samples.values()].flatMap(({ result }) => (result === null ? [] : [result]));
  const tokens = results.reduce((sum, { usage }) => sum + usage.inputTokens + usage.outputTokens, 0);
  const free = results.length > 0 && results.every(({ origin }) => origin !== undefined);
  const money = free ? "no cost" : view.costUsd === null ? "price unknown" : formatUsd(view.costUsd);
  return (
    <span className="mt-0.5 block">
      Last run:<span className="max-md:hidden"> {formatCount(tokens)} tokens,</span> {money}
    </span>
  );
}
