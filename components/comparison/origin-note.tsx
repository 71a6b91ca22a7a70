import { Info } from "lucide-react";
import type { SnapshotReading } from "#lib/sharing/snapshot-reading.ts";

const WORDS = {
  bundled: "Bundled answers: texts that ship with the app to show how it works. No model was called.",
  simulated: "Simulated replies: made by a small set of rules, not by a language model.",
} as const;

const REPORTED =
  "The answers came in with the comparison; this server did not make the calls and cannot vouch for them.";

interface OriginNoteProps {
  origins: SnapshotReading["origins"];
  source: "recorded" | "reported" | null;
}

/** Says what the answers are when no model gave them, or when nobody here saw it give them. */
export function OriginNote({ origins, source }: OriginNoteProps) {
  const notes = [...origins.map((origin) => WORDS[origin]), ...(source === "reported" ? [REPORTED] : [])];
  if (notes.length === 0) return null;
  return (
    <ul className="mt-3 flex max-w-[75ch] flex-col gap-1.5 rounded-md bg-hair px-3.5 py-2.5 text-sm">
      {notes.map((note) => (
        <li key={note} className="flex gap-2">
          <Info aria-hidden size={15} className="mt-0.5 shrink-0 text-soft" />
          {note}
        </li>
      ))}
    </ul>
  );
}
