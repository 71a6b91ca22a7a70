import { useEffect, useState } from "react";
import { readDraft, saveDraft } from "#components/playground/draft.ts";
import type { Comparison } from "#lib/comparison/schema.ts";

/** Names the draft and the run of a lesson's pair. */
export function pairPlace(slug: string): string {
  return `lesson.${slug}`;
}

/** The task has a place of its own, so that neither it nor the pair costs the other what was written and run. */
export function taskPlace(slug: string): string {
  return `lesson.${slug}.task`;
}

/** Whether the task is in the playground, for this tab and across a reload. The server shows the pair. */
export function useOpenTask(slug: string): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(readOpen(slug)), [slug]);
  return [
    open,
    (next) => {
      setOpen(next);
      writeOpen(slug, next);
    },
  ];
}

/** Whoever opens the task for the first time has it on the model that is chosen; what was written in it stays. */
export function beginTask(slug: string, exercise: Comparison, { variants }: Comparison): void {
  const place = taskPlace(slug);
  if (readDraft(place) !== null) return;
  const model = variants[1]?.model;
  const params = variants[1]?.params ?? {};
  if (model === undefined) return;
  const task = {
    ...exercise,
    variants: exercise.variants.map((variant) => ({ ...variant, model, params })),
  };
  if (JSON.stringify(task) !== JSON.stringify(exercise)) saveDraft(place, task);
}

function keyOf(slug: string): string {
  return `afterprompt.task.${slug}`;
}

function readOpen(slug: string): boolean {
  try {
    return sessionStorage.getItem(keyOf(slug)) !== null;
  } catch {
    return false;
  }
}

function writeOpen(slug: string, open: boolean): void {
  try {
    if (open) sessionStorage.setItem(keyOf(slug), "open");
    else sessionStorage.removeItem(keyOf(slug));
  } catch {
    // Storage is full or switched off: a reload shows the pair; what was written is in its own place.
  }
}
