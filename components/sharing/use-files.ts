import { useEffect, useId, useRef, useState } from "react";
import { usePlayground } from "#components/playground/context.tsx";
import type { PlaygroundState } from "#components/playground/state.ts";

export const FILE_PANELS = [
  { name: "import", label: "Import" },
  { name: "export", label: "Export" },
  { name: "code", label: "Get code" },
] as const;
export type FilePanelName = (typeof FILE_PANELS)[number]["name"];

/** What stood here before a file was taken over. */
export type Replaced = Pick<PlaygroundState, "comparison" | "run">;

/** What the buttons and the panel of files know together, as long as the page is open. */
export interface FileDesk {
  panelId: string;
  open: FilePanelName | null;
  setOpen(name: FilePanelName | null): void;
  replaced: Replaced | null;
  setReplaced(replaced: Replaced | null): void;
  /** When the run that is shown was first seen here; the server's own clock is not told. */
  runSeenAtMs: () => number;
}

export function useFiles(): FileDesk {
  const panelId = useId();
  const [open, setOpen] = useState<FilePanelName | null>(null);
  const [replaced, setReplaced] = useState<Replaced | null>(null);
  const seen = useRef<{ run: string | null; atMs: number }>({ run: null, atMs: Date.now() });
  const runId = usePlayground(({ run }) => run?.id ?? null);
  useEffect(() => {
    if (seen.current.run !== runId) seen.current = { run: runId, atMs: Date.now() };
  }, [runId]);
  return {
    panelId,
    open,
    setOpen,
    replaced,
    setReplaced,
    runSeenAtMs: () => seen.current.atMs,
  };
}
