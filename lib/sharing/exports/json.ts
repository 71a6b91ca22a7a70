import type { ExportFormat } from "./types.ts";

/** The document with its answers, whole: what comes back unchanged when it is imported. */
export const json: ExportFormat = {
  kind: "text",
  id: "json",
  label: "JSON",
  about: "Everything, to keep or to import again.",
  extension: "json",
  mediaType: "application/json",
  write: (snapshot) => ({ text: `${JSON.stringify(snapshot, null, 2)}\n`, leftOut: [] }),
};
