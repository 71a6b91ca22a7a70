/** "today, 14:05", "24 November, 14:05", "24 November 2025": as near as a reader needs it, in the reader's own time. */
export function momentOf(ms: number, nowMs: number): string {
  const then = new Date(ms);
  const now = new Date(nowMs);
  const time = then.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (then.toDateString() === now.toDateString()) return `today, ${time}`;
  if (then.getFullYear() === now.getFullYear()) {
    return `${then.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}, ${time}`;
  }
  return then.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

const DAY_MS = 24 * 60 * 60_000;

/** "kept until you delete it", "kept for 30 more days", "goes within a day": the nearest number, so that a fresh one says what was chosen. */
export function keptFor(expiresAtMs: number | null, nowMs: number): string {
  if (expiresAtMs === null) return "kept until you delete it";
  const left = expiresAtMs - nowMs;
  if (left < DAY_MS) return "goes within a day";
  const days = Math.round(left / DAY_MS);
  return `kept for ${days} more ${days === 1 ? "day" : "days"}`;
}
