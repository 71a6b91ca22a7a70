"use client";

import { FileDown } from "lucide-react";
import { usePlayground, usePlaygroundStore } from "#components/playground/context.tsx";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { bringBack } from "./bring-back.ts";
import type { FileDesk } from "./use-files.ts";

/** Stands as long as answers of a file are shown, or what was there before can be brought back. */
export function ImportedNote({ files, className }: { files: FileDesk; className?: string }) {
  const store = usePlaygroundStore();
  const shown = usePlayground(({ run }) => run?.source === "reported");
  const added = usePlayground(({ run }) => run !== null && run.id !== null);
  if (!shown && files.replaced === null) return null;
  return (
    <div
      role="status"
      className={classNames(
        "flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md bg-hair px-3.5 py-2 text-sm",
        className,
      )}
    >
      <p className="flex min-w-0 flex-[1_1_18rem] items-start gap-2 text-soft">
        <FileDown aria-hidden size={15} className="mt-0.5 shrink-0" />
        {!shown && "A file was taken over."}
        {shown &&
          (added
            ? "Some of the answers below came in with a file, and nobody here can vouch for those. A link or a file that is made of the answers says of all of them that they came from outside."
            : "The answers below came in with a file. No call was made for them here, and nobody here can vouch for them.")}
      </p>
      {files.replaced !== null && (
        <span className="flex flex-wrap gap-1">
          <Button look="plain" size="small" onClick={() => bringBack(store, files)}>
            Bring back what was here
          </Button>
          <Button look="plain" size="small" onClick={() => files.setReplaced(null)}>
            Keep the file’s
          </Button>
        </span>
      )}
    </div>
  );
}
