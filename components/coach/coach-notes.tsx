"use client";

import { useId, useRef, useState } from "react";
import { useMarkWords } from "#components/prompt-editor/marked-words.tsx";
import { Button } from "#components/ui/button.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { CoachNote } from "#lib/prompt/coach/coach.ts";
import { textAt } from "#lib/prompt/coach/fields.ts";
import type { Prompt } from "#lib/prompt/schema.ts";
import { NoteRow } from "./note-row.tsx";
import { useSwitchedOff } from "./switched-off.ts";
import { UndoLine } from "./undo-line.tsx";
import { useNotes } from "./use-notes.ts";

/** So many stand beside a prompt by themselves. */
const SHOWN = 3;

interface CoachNotesProps {
  /** "Before" */
  label: string;
  prompt: Prompt;
  /** The path of the prompt, such as `variants.0.prompt`. */
  field: string;
  /** Answers are streaming: nothing new is said. */
  paused: boolean;
  onChange: (prompt: Prompt) => void;
}

/** What was done from here, so that it can be taken back: the newest last. */
type Done =
  | { kind: "changed"; label: string; from: Prompt; to: Prompt }
  | { kind: "dismissed"; id: string; title: string; to: Prompt };

/** Quiet remarks below a prompt: three at most, the rest behind a button. */
export function CoachNotes({ label, prompt, field, paused, onChange }: CoachNotesProps) {
  const headingId = useId();
  const region = useRef<HTMLElement>(null);
  const { notes, changed, readNow } = useNotes(prompt, paused);
  const { off, setOff } = useSwitchedOff();
  const markWords = useMarkWords();
  const [all, setAll] = useState(false);
  const [done, setDone] = useState<readonly Done[]>([]);
  const heard = notes.filter(({ rule }) => !off.has(rule.id));
  const shown = all ? heard : heard.slice(0, SHOWN);
  const last = done.at(-1);
  // Whoever has written on since has a newer text than the one that would come back.
  const canUndo = last !== undefined && last.to === prompt && (last.kind === "changed" || off.has(last.id));

  const look = (note: CoachNote, looking: boolean) => {
    const { place, start, end } = note;
    const fits = looking && place !== null && textAt(prompt, place.path) === place.text;
    const box = place?.path === "text" ? field : `${field}.${place?.path}`;
    markWords(fits ? { field: box, start, end } : null);
  };
  const apply = (note: CoachNote) => {
    const to = changed(note);
    markWords(null);
    readNow(to ?? prompt);
    if (to === null || note.fix === undefined) return;
    onChange(to);
    setDone([...done, { kind: "changed", label: note.fix.label, from: prompt, to }]);
  };
  const dismiss = ({ rule }: CoachNote) => {
    markWords(null);
    setOff(rule.id, true);
    setDone([...done, { kind: "dismissed", id: rule.id, title: rule.title, to: prompt }]);
  };
  const undo = () => {
    if (last?.kind === "dismissed") setOff(last.id, false);
    if (last?.kind === "changed") {
      onChange(last.from);
      readNow(last.from);
    }
    setDone(done.slice(0, -1));
    region.current?.focus();
  };

  return (
    <section
      ref={region}
      tabIndex={-1}
      aria-labelledby={heard.length > 0 ? headingId : undefined}
      className="px-1.5 outline-none not-empty:pt-1.5 sm:px-4.5"
    >
      {heard.length > 0 && (
        <h3 id={headingId} className="sr-only">
          Notes on the {label} prompt
        </h3>
      )}
      <p role="status" className="text-xs text-soft">
        {heard.length > 0 && (
          <>
            <VisuallyHidden>{label}: </VisuallyHidden>
            {heard.length === 1 ? "1 note" : `${heard.length} notes`}
          </>
        )}
      </p>
      {shown.length > 0 && (
        <ul className="text-sm">
          {shown.map((note) => (
            <NoteRow
              key={`${note.rule.id} ${note.place?.path} ${note.start} ${note.message}`}
              note={note}
              onLook={(looking) => look(note, looking)}
              onApply={() => apply(note)}
              onDismiss={() => dismiss(note)}
            />
          ))}
        </ul>
      )}
      {heard.length > SHOWN && (
        <Button look="plain" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "Fewer notes" : `${heard.length - SHOWN} more`}
        </Button>
      )}
      {canUndo && (
        <UndoLine
          key={done.length}
          words={
            last.kind === "changed" ? `${last.label}: done.` : `“${last.title}” will not be shown again.`
          }
          onUndo={undo}
        />
      )}
    </section>
  );
}
