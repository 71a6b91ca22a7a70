"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { usePlayground, usePlaygroundStore } from "#components/playground/context.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { Comparison } from "#lib/comparison/schema.ts";
import { EXPORT_FORMATS } from "#lib/sharing/exports/registry.ts";
import type { ExportFormat } from "#lib/sharing/exports/types.ts";
import { exportFile } from "./export-file.ts";
import { PanelHead } from "./panel-head.tsx";
import { hasAnswers, snapshotOf } from "./snapshot-of-page.ts";
import type { FileDesk } from "./use-files.ts";

interface Done {
  name: string;
  leftOut: string[];
}

/** One button a format; a file is made when one is pressed. */
export function ExportPanel({ files }: { files: FileDesk }) {
  const store = usePlaygroundStore();
  const answered = usePlayground(({ run }) => hasAnswers(run));
  const edited = usePlayground(
    ({ run, comparison }) => run !== null && wasEdited(run.comparison, comparison),
  );
  const [wanted, setWithAnswers] = useState(true);
  const [done, setDone] = useState<Done | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const withAnswers = answered && wanted;

  const save = async (format: ExportFormat) => {
    const made = await exportFile(format, () => snapshotOf(store.getState(), files, withAnswers));
    setDone("problem" in made ? null : made);
    setProblem("problem" in made ? made.problem : null);
  };
  return (
    <>
      <PanelHead files={files}>
        A file for you alone, made in this browser. It holds no key and no address of a server.
      </PanelHead>
      {answered ? (
        <div className="mt-2">
          <Checkbox
            label="With the answers and what the checks found"
            checked={wanted}
            onChange={(event) => setWithAnswers(event.target.checked)}
          />
          {withAnswers && edited && (
            <p className="text-sm text-soft">
              The prompts in the file are those of the run; what you have edited since is not in it.
            </p>
          )}
        </div>
      ) : (
        <p className="mt-2 text-sm text-soft">
          Nothing has been run yet: the file holds the prompts, cases and checks.
        </p>
      )}
      <ul className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-1 md:grid-cols-2">
        {EXPORT_FORMATS.map((format) => {
          const off = format.needsAnswers === true && !withAnswers;
          return (
            <li key={format.id} className="flex items-center gap-3 border-b border-hair py-1.5">
              <span className="min-w-0 flex-1">
                <span className="font-medium">{format.label}</span>
                <span className="block text-sm text-soft">
                  {off ? `${format.about} Needs answers.` : format.about}
                </span>
              </span>
              <Button size="small" disabled={off} onClick={() => void save(format)}>
                <Download aria-hidden size={14} className="text-soft" />
                <span>
                  <VisuallyHidden>Save {format.label} as </VisuallyHidden>.{format.extension}
                </span>
              </Button>
            </li>
          );
        })}
      </ul>
      {problem !== null && (
        <Notice tone="bad" announce="alert" className="mt-3">
          {problem}
        </Notice>
      )}
      {done !== null && (
        <Notice tone="good" announce="status" className="mt-3" title={`Saved as ${done.name}.`}>
          {done.leftOut.length > 0 && (
            <ul className="mt-1 flex list-disc flex-col gap-1 pl-4 text-sm">
              {done.leftOut.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </>
  );
}

/** A run keeps its comparison with other objects and only the settings that the models take. */
function wasEdited(ran: Comparison, written: Comparison): boolean {
  const texts = ({ variants, cases }: Comparison) =>
    JSON.stringify([variants.map(({ prompt }) => prompt), cases]);
  return texts(ran) !== texts(written);
}
