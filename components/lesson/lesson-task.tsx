"use client";

import { CircleCheck } from "lucide-react";
import { useRef } from "react";
import { usePlayground, usePlaygroundStore } from "#components/playground/context.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Comparison } from "#lib/comparison/schema.ts";
import { isTask, taskResult } from "./task-result.ts";
import { useLessonProgress } from "./use-progress.ts";

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

/** Puts the task into the playground and back, and says how a run of it went. */
export function LessonTask({ slug, exercise }: { slug: string; exercise: Comparison }) {
  const store = usePlaygroundStore();
  const open = usePlayground(({ comparison }) => isTask(comparison, exercise));
  const busy = usePlayground(({ run }) => run !== null && run.phase !== "over");
  const run = usePlayground((state) => state.run);
  const { solved } = useLessonProgress();
  const pair = useRef<Comparison | null>(null);
  const engine = usePlayground((state) => state.engine);
  const result = taskResult({ run, engine }, exercise);

  const openTask = () => {
    const { comparison, openInstead } = store.getState();
    pair.current = comparison;
    openInstead(withModel(exercise, comparison));
    bringDesk();
  };
  const openPair = () => {
    const { initial, openInstead } = store.getState();
    openInstead(pair.current ?? initial);
  };
  return (
    <div className="mt-2.5 flex flex-col items-start gap-2">
      <Button size="small" disabled={busy} onClick={open ? openPair : openTask}>
        {open ? "Back to the lesson’s pair" : "Put the task into the playground"}
      </Button>
      <p role="status" className="text-sm empty:hidden">
        {result === null && open && (
          <span className="text-soft">
            It is in the playground: improve the After prompt, then press Run.
          </span>
        )}
        {result !== null &&
          (result.solved ? (
            <>
              <b className="font-semibold">Solved.</b>{" "}
              {result.of === 1 ? "The After answer keeps" : `All ${result.of} After answers keep`} every rule
              of the task.
            </>
          ) : (
            <>
              {result.kept} of {result.of} After answers keep every rule of the task. The contract shows which
              rules are missed.
            </>
          ))}
      </p>
      {result === null && !open && solved.includes(slug) && (
        <p className="flex items-center gap-1.5 text-sm text-soft">
          <CircleCheck aria-hidden size={14} className="text-good" />
          You have solved this one.
        </p>
      )}
    </div>
  );
}

/** The task on the model that is chosen already. */
function withModel(exercise: Comparison, { variants }: Comparison): Comparison {
  const model = variants[1]?.model;
  const params = variants[1]?.params ?? {};
  if (model === undefined) return exercise;
  return { ...exercise, variants: exercise.variants.map((variant) => ({ ...variant, model, params })) };
}
