"use client";

import { Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { type FormEvent, useRef, useState } from "react";
import { formatUsd } from "#components/playground/format.ts";
import { Button } from "#components/ui/button.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { keptFor, momentOf } from "./days.ts";
import type { KeptRun } from "./history-client.ts";

interface RunRowProps {
  run: KeptRun;
  nowMs: number;
  onRename: (title: string) => Promise<void>;
  onDelete: () => Promise<void>;
}

const STATUS: Record<KeptRun["status"], string> = {
  running: "running",
  complete: "complete",
  stopped: "stopped",
  failed: "failed",
  interrupted: "interrupted",
};

/** One run: its title opens it; renaming and deleting happen in the row. */
export function RunRow({ run, nowMs, onRename, onDelete }: RunRowProps) {
  const [mode, setMode] = useState<"read" | "rename" | "delete">("read");
  const [title, setTitle] = useState(run.title);
  const [busy, setBusy] = useState(false);
  const rename = useRef<HTMLButtonElement>(null);
  const name = run.title === "" ? "Untitled comparison" : run.title;

  const close = () => {
    setMode("read");
    // The buttons come back with the next paint.
    requestAnimationFrame(() => rename.current?.focus());
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    await onRename(title.trim());
    setBusy(false);
    close();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3">
      {mode === "rename" ? (
        <form onSubmit={save} className="flex min-w-0 flex-[1_1_20rem] flex-wrap gap-2">
          <TextInput
            aria-label={`New name of ${name}`}
            value={title}
            maxLength={200}
            ref={focusAtOnce}
            onChange={(event) => setTitle(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") close();
            }}
            className="flex-[1_1_12rem]"
          />
          <Button type="submit" disabled={busy}>
            Save
          </Button>
          <Button look="plain" onClick={close}>
            Cancel
          </Button>
        </form>
      ) : (
        <div className="min-w-0 flex-[1_1_20rem]">
          <h3>
            <Link
              href={`/?run=${run.runId}`}
              prefetch={false}
              className="inline-flex min-h-7 items-center font-serif text-lg font-semibold underline-offset-4 wrap-anywhere hover:underline"
            >
              {name}
            </Link>
          </h3>
          <p className="flex flex-wrap gap-x-3 text-sm text-soft">
            <span>{momentOf(run.createdAtMs, nowMs)}</span>
            <span>
              {run.ended} of {run.total} samples, {STATUS[run.status]}
            </span>
            <span>{run.costUsd === null ? "price unknown" : formatUsd(run.costUsd)}</span>
            <span>{keptFor(run.expiresAtMs, nowMs)}</span>
          </p>
        </div>
      )}
      {mode === "read" && (
        <div className="flex gap-1">
          <IconButton
            ref={rename}
            label={`Rename ${name}`}
            icon={<Pencil aria-hidden size={16} />}
            onClick={() => setMode("rename")}
          />
          <IconButton
            label={`Delete ${name}`}
            icon={<Trash2 aria-hidden size={16} />}
            onClick={() => setMode("delete")}
          />
        </div>
      )}
      {mode === "delete" && (
        <Confirm
          label={`Delete ${name}?`}
          question="Delete this run and its answers?"
          yes="Delete"
          no="Keep"
          onYes={onDelete}
          onNo={close}
        />
      )}
    </li>
  );
}

/** The field replaces the button that was pressed, so it takes over the focus. */
function focusAtOnce(field: HTMLInputElement | null): void {
  field?.focus();
}
