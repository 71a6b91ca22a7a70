const UNFINISHED: ReadonlySet<string> = new Set(["stopped", "interrupted"]);

/** Whether an ending leaves no answer of the model: nobody knows what it would have written. */
export function isUnfinished(ending: string): boolean {
  return UNFINISHED.has(ending);
}
