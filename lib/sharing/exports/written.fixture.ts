import type { Snapshot } from "../snapshot.ts";
import type { ExportFormat } from "./types.ts";

/** The text of a format that writes text. */
export function written(format: ExportFormat, snapshot: Snapshot): string {
  if (format.kind !== "text") throw new Error(`${format.id} writes no text`);
  return format.write(snapshot).text;
}
