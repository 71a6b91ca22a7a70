import "server-only";

/**
 * One timer for all open streams, in place of several for each. It reads on and looks at the clocks.
 * The beat grows with the number of streams: 40 ms for a few, which reads as continuous, up to 120 ms for
 * hundreds, where several tokens a pass are what keeps all of them on time.
 */
const SHORTEST_BEAT_MS = 40;
const LONGEST_BEAT_MS = 120;
const MS_PER_STREAM = 0.5;

type Beat = (nowMs: number) => void;

const members = new Set<Beat>();
let timer: NodeJS.Timeout | null = null;

function beat(): void {
  timer = null;
  const nowMs = performance.now();
  for (const member of members) member(nowMs);
  schedule();
}

function schedule(): void {
  if (timer !== null || members.size === 0) return;
  timer = setTimeout(
    beat,
    Math.min(LONGEST_BEAT_MS, Math.max(SHORTEST_BEAT_MS, members.size * MS_PER_STREAM)),
  );
}

/** Calls `member` at every beat until the returned function is called. */
export function joinPulse(member: Beat): () => void {
  members.add(member);
  schedule();
  return () => {
    members.delete(member);
  };
}
