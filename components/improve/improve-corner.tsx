"use client";

import { PencilLine } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useOpener } from "#components/judging/use-opener.ts";
import { Button } from "#components/ui/button.tsx";
import { Spinner } from "#components/ui/spinner.tsx";

/** The form, the differences and the reading of answers come when somebody opens it; opening asks no model. */
const ImprovePanel = lazy(() =>
  import("./improve-panel.tsx").then(
    ({ ImprovePanel }) => ({ default: ImprovePanel }),
    // A new deployment may have replaced the file; the rest of the page goes on.
    () => ({ default: NotLoaded }),
  ),
);

/** At the foot of the before prompt: the way to a model's proposal for a better one. */
export function ImproveCorner() {
  const [open, setOpen] = useState(false);
  const opener = useOpener(open);
  return (
    <div className="border-t border-hair">
      {open ? (
        <Suspense fallback={<Spinner className="m-4" />}>
          <ImprovePanel onClose={() => setOpen(false)} />
        </Suspense>
      ) : (
        <div className="px-2.5 py-1.5">
          <Button ref={opener} look="plain" size="small" onClick={() => setOpen(true)}>
            <PencilLine aria-hidden size={14} />
            Improve with a model
          </Button>
        </div>
      )}
    </div>
  );
}

function NotLoaded() {
  return (
    <p role="alert" className="px-4.5 py-3 text-sm text-soft">
      This could not be loaded. Reload the page: what you wrote is kept.
    </p>
  );
}
