"use client";

import { CircleCheck } from "lucide-react";
import { useEffect } from "react";
import { usePlayground, usePlaygroundStore } from "#components/playground/context.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Comparison } from "#lib/comparison/schema.ts";
import { beginTask } from "./open-task.ts";
import { mark } from "./progress.ts";
import { taskWords } from "./task-result.ts";
import { useLessonProgress } from "./use-progress.ts";
import { useTaskResult } from "./use-task-result.ts";

/** The section that holds the playground of a lesson. */
export const LESSON_DESK_ID = "lesson-desk";
/** Beyond this share of the window's height the playground is out of sight. */
const LOW = 0.6;

/** Where the text stands above the playground, a change of it would go unseen. */
function bringDesk(): void {
  const desk = document.getElementById(LESSON_DESK_ID);
  if (desk === null || desk.getBoundingClientRect().top < innerHeight * LOW) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  desk.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}

interface LessonTaskProps {
  slug: string;
  exercise: Comparison;
  /** So many After answers have to keep every rule; absent = all of them. */
  needed: number | undefined;
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** Puts the task into the playground and back, and says how a run of it went. */
export function LessonTask({ slug, exercise, needed, open, onOpen }: LessonTaskProps) {
  const store = usePlaygroundStore();
  const busy = usePlayground(({ run }) => run !== null && run.phase !== "over");
  const progress = useLessonProgress();
  const result = useTaskResult(exercise, needed);
  const solved = result?.solved === true;
  useEffect(() => {
    if (solved) mark("solved", slug, true);
  }, [slug, solved]);

  const openTask = () => {
    beginTask(slug, exercise, store.getState().comparison);
    onOpen(true);
    bringDesk();
  };
  return (
    <div className="mt-2.5 flex flex-col items-start gap-2">
      {/* Not `disabled`: the button that was pressed keeps the focus while the run of the other place is read. */}
      <Button
        size="small"
        aria-disabled={busy}
        className="aria-disabled:text-soft"
        onClick={() => {
          if (busy) return;
          if (open) onOpen(false);
          else openTask();
        }}
      >
        {open ? "Back to the lesson’s pair" : "Put the task into the playground"}
      </Button>
      <p role="status" className="text-sm empty:hidden">
        {result === null && open && (
          <span className="text-soft">
            It is in the playground: improve the After prompt, then press Run.
          </span>
        )}
        {result !== null && (
          <>
            {result.solved && <b className="font-semibold">Solved.</b>} {taskWords(result)}
          </>
        )}
      </p>
      {result === null && !open && progress.solved.includes(slug) && (
        <p className="flex items-center gap-1.5 text-sm text-soft">
          <CircleCheck aria-hidden size={14} className="text-good" />
          You have solved this one.
        </p>
      )}
    </div>
  );
}
