import type { Snapshot } from "../snapshot.ts";
import type { Measure, Picture } from "./picture-layout.ts";

interface FormatBase {
  id: string;
  /** In the list of formats: "Markdown". */
  label: string;
  /** What it is good for, one line. */
  about: string;
  /** Of the file, without the dot. */
  extension: string;
  mediaType: string;
  /** Nothing to export without answers. */
  needsAnswers?: true;
}

/** One format to export to. One file of code a format, one line in the registry. */
export type ExportFormat =
  | (FormatBase & {
      kind: "text";
      /** Pure; total on any snapshot. */
      write(snapshot: Snapshot): WrittenFile;
    })
  | (FormatBase & {
      kind: "picture";
      /** Where everything stands; whoever has a canvas paints it. */
      lay(snapshot: Snapshot, measure: Measure): Picture;
    });

export interface WrittenFile {
  text: string;
  /** What the format has no place for; each a sentence. */
  leftOut: string[];
}
