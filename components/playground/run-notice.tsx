"use client";

import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { usePlayground } from "./context.tsx";

/** What went wrong with a run as a whole, and the way on. */
export function RunNotice() {
  const notice = usePlayground((state) => state.notice);
  const dismiss = usePlayground((state) => state.dismissNotice);
  const lost = usePlayground((state) => state.run?.phase === "over" && state.run.connection === "lost");
  const resume = usePlayground((state) => state.resume);
  if (lost) {
    return (
      <Notice
        tone="bad"
        title="The connection to the server was lost."
        announce="alert"
        className="mb-4"
        actions={
          <Button size="small" onClick={() => void resume(true)}>
            Look again
          </Button>
        }
      >
        Everything that had arrived is still here, and so is your text.
      </Notice>
    );
  }
  if (notice === null) return null;
  return (
    <Notice
      tone="bad"
      title={notice.code === "stop-failed" ? "Not stopped yet." : "The run did not start."}
      announce="alert"
      className="mb-4"
      actions={
        <Button size="small" look="plain" onClick={dismiss}>
          Dismiss
        </Button>
      }
    >
      {notice.message}
      {notice.requestId !== undefined && <span className="text-xs"> ({notice.requestId})</span>}
    </Notice>
  );
}
