/** The columns that a table of answers begins with; those of its variables and checks follow, then the text. */
export const ANSWER_COLUMNS = [
  ...["side", "provider", "model", "case", "sample", "answered_by", "ending"],
  ...["input_tokens", "output_tokens", "tokens_estimated", "first_token_ms", "total_ms"],
] as const;

/** Whether a table with these columns is one of answers that was made here, also after a spreadsheet has moved them. */
export function isAnswerTable(names: readonly string[]): boolean {
  return [...ANSWER_COLUMNS, "text"].every((name) => names.includes(name));
}
