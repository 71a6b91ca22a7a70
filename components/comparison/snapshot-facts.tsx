import { dayOf } from "./run-facts.tsx";

interface SharedFactsProps {
  createdAtMs: number;
  expiresAtMs: number | null;
  contentHash: string;
}

/** When it was shared, until when it can be read, and the mark by which a changed copy could be told. */
export function SharedFacts({ createdAtMs, expiresAtMs, contentHash }: SharedFactsProps) {
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 text-sm text-soft">
      <span>Shared on {dayOf(new Date(createdAtMs).toISOString())} (UTC)</span>
      <span>
        {expiresAtMs === null
          ? "no expiry"
          : `can be read until ${dayOf(new Date(expiresAtMs).toISOString())} (UTC)`}
      </span>
      <span title={`SHA-256 of its content: ${contentHash}`}>content {contentHash.slice(0, 10)}</span>
    </p>
  );
}
