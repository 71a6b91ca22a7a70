"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { LinkOpening } from "./link-opening.ts";

const PROBLEMS: Record<Exclude<LinkOpening["state"], "none" | "reading" | "open">, string> = {
  "too-long": "It is longer than such a link may be. Ask for a link to a shared page instead.",
  "too-large": "It unpacks to more than such a link may hold. Ask for a link to a shared page instead.",
  damaged:
    "Some of it is missing or changed, as happens when a program cuts a long link. Copy it again, whole.",
  newer: "A newer version of the app made it. Ask whoever runs this one for an update.",
  refused:
    "What it holds is no comparison, or sets something that a link may not set. Nothing of it was opened.",
  unread: "The part of the page that reads it could not be loaded. Reload the page.",
};

/** Says that the page shows what came with its address, or why it does not, and leads back. */
export function LinkNotice({ link }: { link: LinkOpening }) {
  const [dismissed, setDismissed] = useState<LinkOpening["opening"]>(null);
  const { state, opening, leave } = link;
  if (state === "none") return null;
  if (state === "reading") {
    return (
      <p role="status" className="mb-4 text-sm text-soft">
        Reading the link …
      </p>
    );
  }
  if (state === "open") {
    if (dismissed === opening) return null;
    return (
      <Notice
        title="This comparison came with the link."
        announce="status"
        className="mb-4"
        actions={
          <>
            <Button size="small" onClick={leave}>
              Back to what I was writing
            </Button>
            <Button size="small" look="plain" onClick={() => setDismissed(opening)}>
              Dismiss
            </Button>
          </>
        }
      >
        It was read here in your browser and sent nowhere. Nothing runs until you press Run.
      </Notice>
    );
  }
  return (
    <Notice
      tone="bad"
      title="The link cannot be opened."
      announce="alert"
      className="mb-4"
      actions={
        <Button size="small" look="plain" onClick={leave}>
          Dismiss
        </Button>
      }
    >
      {PROBLEMS[state]}
    </Notice>
  );
}
