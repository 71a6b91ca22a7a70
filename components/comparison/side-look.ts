/** The colours of the columns: the two sides have theirs, what else was run has none. */
export function sideLook(index: number): { text: string; rule: string } {
  if (index === 0) return { text: "text-before", rule: "border-before" };
  if (index === 1) return { text: "text-after", rule: "border-after" };
  return { text: "text-ink", rule: "border-line" };
}

/** Two columns from 768 px on; one below the other on a phone. */
export const COLUMNS = "grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 md:grid-cols-2";
