import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import type { FileDesk } from "./use-files.ts";

/** What the panel is for, and the way out of it. */
export function PanelHead({ files, children }: { files: FileDesk; children: ReactNode }) {
  return (
    <div className="flex items-start gap-3">
      <p className="min-w-0 flex-1 text-soft">{children}</p>
      <Button look="plain" size="small" onClick={() => files.setOpen(null)}>
        Close
      </Button>
    </div>
  );
}
