"use client";

import { useMemo, useState } from "react";
import { formatCount } from "#components/playground/format.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { SampleResult } from "#lib/runs/events.ts";
import { publicPart } from "./share-client.ts";

/** More than this is not laid out in a small box. */
const SHOWN_CHARS = 200_000;

/** The same as the data that it is; the checks of each answer are worked out when the link is created. */
export function PublicData({
  comparison,
  samples,
}: {
  comparison: Comparison;
  samples: readonly SampleResult[];
}) {
  const [open, setOpen] = useState(false);
  const json = useMemo(() => {
    if (!open) return "";
    return JSON.stringify({ comparison, samples: samples.map(publicPart) }, null, 2);
  }, [open, comparison, samples]);
  return (
    <Disclosure summary="See it as data" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <textarea
        readOnly
        aria-label="The data"
        rows={12}
        value={json.slice(0, SHOWN_CHARS)}
        className="mt-1 block w-full resize-y rounded-md border border-line bg-hair p-3 font-mono text-xs"
      />
      {json.length > SHOWN_CHARS && (
        <p className="mt-1 text-sm text-soft">
          … and {formatCount(json.length - SHOWN_CHARS)} more characters of answers.
        </p>
      )}
    </Disclosure>
  );
}
