"use client";

import { useEffect } from "react";
import { usePlayground } from "#components/playground/context.tsx";
import { mark } from "./progress.ts";

/** A run that has ended marks the lesson as done. */
export function RunMark({ slug }: { slug: string }) {
  const pressed = usePlayground((state) => state.pressed);
  const ended = usePlayground(
    ({ run }) =>
      run?.phase === "over" && [...run.view.samples.values()].some(({ phase }) => phase === "ended"),
  );
  useEffect(() => {
    // A run that a reload merely found again was marked when it was made; whoever unticked it since meant it.
    if (pressed > 0 && ended) mark("done", slug, true);
  }, [slug, pressed, ended]);
  return null;
}
