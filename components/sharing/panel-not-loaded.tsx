import { Button } from "#components/ui/button.tsx";
import type { FileDesk } from "./use-files.ts";

/** A new deployment may have replaced the file; the rest of the page goes on. */
export function PanelNotLoaded({ files }: { files: FileDesk }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-soft">
      This panel could not be loaded. Reload the page: what you wrote is kept.
      <Button look="plain" size="small" onClick={() => files.setOpen(null)}>
        Close
      </Button>
    </p>
  );
}
