"use client";

import { useEffect } from "react";
import { usePlayground } from "#components/playground/context.tsx";
import type { Comparison } from "#lib/comparison/schema.ts";
import { mark } from "./progress.ts";
import { taskResult } from "./task-result.ts";

/** A run that has ended marks the lesson as done, and its task as solved where it is. */
export function RunMark({ slug, exercise }: { slug: string; exercise: Comparison }) {
  const pressed = usePlayground((state) => state.pressed);
  const ended = usePlayground(
    ({ run }) =>
      run?.phase === "over" && [...run.view.samples.values()].some(({ phase }) => phase === "ended"),
  );
  const solved = usePlayground((state) => taskResult(state, exercise)?.solved === true);
  useEffect(() => {
    // A run that a reload merely found again was marked when it was made; whoever unticked it since meant it.
    if (pressed > 0 && ended) mark("done", slug, true);
  }, [slug, pressed, ended]);
  useEffect(() => {
    if (solved) mark("solved", slug, true);
  }, [slug, solved]);
  return null;
}
