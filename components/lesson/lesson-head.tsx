"use client";

import { ArrowLeft, ArrowRight, PanelLeft } from "lucide-react";
import Link from "next/link";
import { usePlayground } from "#components/playground/context.tsx";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { LessonPlace } from "#lib/library/lesson-place.ts";
import type { PanelState } from "./panel-cookie.ts";

interface LessonHeadProps {
  lesson: LessonPlace;
  panel: { id: string; state: PanelState; toggle: () => void };
}

/** Which lesson this is, the way to its neighbours, and whether its text is shown. */
export function LessonHead({ lesson, panel }: LessonHeadProps) {
  const initial = usePlayground((state) => state.initial);
  const comparison = usePlayground((state) => state.comparison);
  const replace = usePlayground((state) => state.replaceComparison);
  const busy = usePlayground(({ run }) => run !== null && run.phase !== "over");
  return (
    <div className="border-b border-line pb-4">
      <nav aria-label="Lessons" className="flex flex-wrap items-center gap-x-1.5 text-sm text-soft">
        <Link
          href="/lessons"
          prefetch={false}
          className="mr-auto inline-flex min-h-7 items-center rounded-sm underline-offset-3 hover:text-ink hover:underline pointer-coarse:min-h-11"
        >
          Lesson {lesson.number} of {lesson.count}
        </Link>
        <Neighbour lesson={lesson.previous} way="Previous" />
        <Neighbour lesson={lesson.next} way="Next" />
      </nav>
      <div className="mt-1 flex flex-wrap items-end gap-x-6 gap-y-2.5">
        <div className="min-w-0 flex-[1_1_24rem]">
          <h1 className="font-serif text-title text-balance">{lesson.title}</h1>
          <p className="mt-0.5 max-w-[68ch] text-soft">{lesson.note}</p>
        </div>
        <div className="flex flex-wrap gap-1.5">
          {comparison !== initial && (
            <Button look="plain" size="small" disabled={busy} onClick={() => replace(initial)}>
              Start over
            </Button>
          )}
          <Link
            href={`/lessons/${lesson.slug}/print`}
            prefetch={false}
            className={buttonClass("plain", "small")}
          >
            Hand-out
          </Link>
          <PanelButton {...panel} />
        </div>
      </div>
    </div>
  );
}

function Neighbour({ lesson, way }: { lesson: LessonPlace["next"]; way: "Previous" | "Next" }) {
  if (lesson === null) return null;
  return (
    <Link
      href={`/lessons/${lesson.slug}`}
      prefetch={false}
      aria-label={`${way} lesson: ${lesson.title}`}
      title={lesson.title}
      className={classNames(buttonClass("plain", "small"), "-mr-2 last:mr-0")}
    >
      {way === "Previous" && <ArrowLeft aria-hidden size={14} />}
      {way}
      {way === "Next" && <ArrowRight aria-hidden size={14} />}
    </Link>
  );
}

/** Before anybody has chosen, the width decides; then two buttons stand there, and the style sheet shows the right one. */
function PanelButton({ id, state, toggle }: LessonHeadProps["panel"]) {
  const button = (shown: boolean, className?: string) => (
    <Button size="small" aria-expanded={shown} aria-controls={id} onClick={toggle} className={className}>
      <PanelLeft aria-hidden size={14} className="text-soft" />
      {shown ? "Hide the lesson" : "Read the lesson"}
    </Button>
  );
  if (state !== "auto") return button(state === "shown");
  return (
    <>
      {button(true, "max-xl:hidden")}
      {button(false, "xl:hidden")}
    </>
  );
}
