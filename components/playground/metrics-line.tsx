import type { SampleResult } from "#lib/runs/events.ts";
import type { Standing } from "./endings.ts";
import { counted, formatCount, formatSeconds, formatUsd, tokensPerSecond } from "./format.ts";
import { SampleMark } from "./sample-mark.tsx";

interface MetricsLineProps {
  result: SampleResult | null;
  standing: Standing;
  /** Characters that have arrived, while nothing better is known. */
  chars: number;
  attempt: number;
}

const ORIGINS = {
  bundled: "bundled answer",
  simulated: "simulated reply — not a language model",
} as const;

/** First token, speed, tokens, cost, ending: each with its unit. */
export function MetricsLine({ result, standing, chars, attempt }: MetricsLineProps) {
  return (
    <p className="flex flex-wrap items-center gap-x-3.5 gap-y-1 text-xs text-soft tabular-nums">
      {result === null ? (
        <>
          {chars > 0 && <span>{formatCount(chars)} characters</span>}
          {attempt > 1 && <span>try {attempt}</span>}
        </>
      ) : (
        <Numbers result={result} />
      )}
      <span className="inline-flex items-center gap-1.25">
        <SampleMark mark={standing.mark} />
        {standing.word}
      </span>
      {result?.origin !== undefined && (
        <span className="rounded-sm bg-hair px-2 py-0.5 text-ink">{ORIGINS[result.origin]}</span>
      )}
    </p>
  );
}

function Numbers({ result }: { result: SampleResult }) {
  const { usage, timing, costUsd, origin } = result;
  const speed = tokensPerSecond(usage.outputTokens, timing);
  return (
    <>
      {timing.firstTokenMs !== null && <span>first token {formatSeconds(timing.firstTokenMs)}</span>}
      {speed !== null && <span>{formatCount(Math.round(speed))} tokens/s</span>}
      <span>
        {counted(usage.outputTokens, "token")}
        {usage.estimated && " (estimated)"}
      </span>
      <span>
        {origin !== undefined ? "no cost" : costUsd === null ? "price unknown" : formatUsd(costUsd)}
      </span>
    </>
  );
}
