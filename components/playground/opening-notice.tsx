"use client";

import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { usePlayground } from "./context.tsx";

/** Says what became of what the address named, when that is not simply there. */
export function OpeningNotice() {
  const opening = usePlayground((state) => state.opening);
  const keptRun = usePlayground((state) => state.keptRun);
  const dismiss = usePlayground((state) => state.dismissOpening);
  if (opening === "open") return null;
  if (opening === "reading") {
    return (
      <p role="status" className="mb-4 text-sm text-soft">
        Reading the run …
      </p>
    );
  }
  return (
    <Notice
      tone="bad"
      title={keptRun === null ? "This is not there any more." : "This run is not there any more."}
      announce="alert"
      className="mb-4"
      actions={
        <Button size="small" look="plain" onClick={dismiss}>
          Dismiss
        </Button>
      }
    >
      {keptRun === null
        ? "The link was taken back, has expired or was mistyped. Here is the first lesson instead."
        : "It was deleted, its time is over, or another browser made it. Here is the first lesson instead."}
    </Notice>
  );
}
