"use client";

import { lazy, Suspense } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import { ImportedNote } from "./imported-note.tsx";
import { PanelNotLoaded } from "./panel-not-loaded.tsx";
import { FILE_PANELS, type FileDesk } from "./use-files.ts";

/** Formats, readers and drawing come when a panel is opened; nothing of them is in the first load. */
const PANELS = {
  import: lazy(() =>
    import("./import-panel.tsx").then(
      ({ ImportPanel }) => ({ default: ImportPanel }),
      () => ({ default: PanelNotLoaded }),
    ),
  ),
  export: lazy(() =>
    import("./export-panel.tsx").then(
      ({ ExportPanel }) => ({ default: ExportPanel }),
      () => ({ default: PanelNotLoaded }),
    ),
  ),
  code: lazy(() =>
    import("./code-panel.tsx").then(
      ({ CodePanel }) => ({ default: CodePanel }),
      () => ({ default: PanelNotLoaded }),
    ),
  ),
} as const;

/** The open panel in the flow of the page, and below it what an import left to say. */
export function FilePanel({ files, className }: { files: FileDesk; className?: string }) {
  const { open } = files;
  const row = FILE_PANELS.find(({ name }) => name === open);
  if (open === null || row === undefined) return <ImportedNote files={files} className={className} />;
  const Panel = PANELS[open];
  return (
    <section
      id={files.panelId}
      aria-label={row.label}
      className={classNames("sheet px-5 py-4 max-md:px-4", className)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // A run goes on: this Esc closes the panel and stops nothing.
        event.stopPropagation();
        files.setOpen(null);
      }}
    >
      <Suspense fallback={<Spinner className="m-3" />}>
        <Panel key={open} files={files} />
      </Suspense>
    </section>
  );
}
