"use client";

import { useEffect, useId, useRef, useState } from "react";
import { usePlayground, usePlaygroundStore } from "#components/playground/context.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { fitImport } from "#lib/sharing/imports/apply.ts";
import type { ImportOutcome } from "#lib/sharing/imports/registry.ts";
import { ImportPreview } from "./import-preview.tsx";
import { openFile } from "./open-file.ts";
import { PanelHead } from "./panel-head.tsx";
import { takeOver } from "./take-over.ts";
import type { FileDesk } from "./use-files.ts";

/** Reads a file and says what it found; nothing is replaced before a person says so. */
export function ImportPanel({ files }: { files: FileDesk }) {
  const inputId = useId();
  const input = useRef<HTMLInputElement>(null);
  const store = usePlaygroundStore();
  const running = usePlayground(({ run }) => run !== null && run.phase !== "over");
  const [reading, setReading] = useState(false);
  const [found, setFound] = useState<{ name: string; outcome: ImportOutcome } | null>(null);
  useEffect(() => input.current?.focus(), []);

  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    setReading(true);
    const outcome = await openFile(file);
    setReading(false);
    setFound({ name: file.name, outcome });
  };
  return (
    <>
      <PanelHead files={files}>
        Reads Afterprompt comparisons, promptfoo configurations, OpenAI evals and stored prompts, and tables
        with the columns before and after or a column for each variable. The file stays in this browser.
      </PanelHead>
      <div className="mt-3 flex flex-col gap-4">
        <div>
          <label htmlFor={inputId} className="text-sm font-medium">
            File
          </label>
          <input
            ref={input}
            id={inputId}
            type="file"
            accept=".json,.jsonl,.yaml,.yml,.csv,.tsv,.txt"
            onChange={(event) => {
              void read(event.target.files?.[0]);
              // The same file can be chosen again after it was mended.
              event.target.value = "";
            }}
            className="mt-1 block w-full max-w-lg rounded-md border border-control bg-card text-sm file:mr-3 file:min-h-9 file:border-0 file:border-r file:border-line file:bg-hair file:px-3 file:text-ink pointer-coarse:file:min-h-11"
          />
        </div>
        {reading && <Spinner className="m-1" />}
        {!reading && found !== null && "problem" in found.outcome && (
          <Notice tone="bad" announce="alert">
            {found.outcome.problem}
          </Notice>
        )}
        {!reading && found !== null && "reading" in found.outcome && (
          <ImportPreview
            name={found.name}
            reading={fitImport(store.getState().comparison, found.outcome.reading)}
            running={running}
            onTake={() => {
              if ("problem" in found.outcome) return;
              takeOver(store, files, found.outcome.reading);
              files.setOpen(null);
            }}
            onCancel={() => {
              setFound(null);
              input.current?.focus();
            }}
          />
        )}
      </div>
    </>
  );
}
