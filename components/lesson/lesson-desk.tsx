"use client";

import { type ReactNode, useId, useState } from "react";
import { PlaygroundProvider } from "#components/playground/context.tsx";
import { DESK_SPACE, Desk } from "#components/playground/playground.tsx";
import type { FirstPaint } from "#components/playground/state.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { LessonPlace } from "#lib/library/lesson-place.ts";
import { DoneBox } from "./done-box.tsx";
import { LessonHead } from "./lesson-head.tsx";
import { LESSON_DESK_ID, LessonTask } from "./lesson-task.tsx";
import { pairPlace, taskPlace, useOpenTask } from "./open-task.ts";
import { PANEL_COOKIE, type PanelState } from "./panel-cookie.ts";
import { RunMark } from "./run-mark.tsx";

interface LessonDeskProps {
  lesson: LessonPlace;
  /** The four sections, made on the server. */
  text: Record<"goal" | "lookFor" | "task" | "further", ReactNode>;
  initial: Comparison;
  firstPaint: FirstPaint;
  /** The task as the playground opens it; `needed` After answers have to keep every rule, absent = all of them. */
  task: { initial: Comparison; firstPaint: FirstPaint; needed?: number };
  panel: PanelState;
}

const YEAR_MS = 365 * 24 * 3_600_000;
/** From this width on the text stands beside the prompts, px; the classes below say `xl`. */
const BESIDE = "(min-width: 80rem)";

/** A lesson: what to do and what to see, beside the playground that it is done in. */
export function LessonDesk({ lesson, text, initial, firstPaint, task, panel }: LessonDeskProps) {
  const panelId = useId();
  const [state, setState] = useState(panel);
  const toggle = () => {
    const shown = state === "auto" ? matchMedia(BESIDE).matches : state === "shown";
    const next = shown ? "hidden" : "shown";
    setState(next);
    // Without a secure context there is no cookie store: the choice then lasts until the next load.
    void globalThis.cookieStore?.set({ name: PANEL_COOKIE, value: next, expires: Date.now() + YEAR_MS });
  };
  // `auto` is decided by the width alone, so that the server need not know it.
  const hidden = { auto: "max-xl:hidden", shown: "", hidden: "hidden" }[state];
  const [taskOpen, openTask] = useOpenTask(lesson.slug);
  const opening = taskOpen
    ? { initial: task.initial, firstPaint: task.firstPaint, place: taskPlace(lesson.slug) }
    : { initial, firstPaint, place: pairPlace(lesson.slug) };
  return (
    <PlaygroundProvider {...opening}>
      <RunMark slug={lesson.slug} />
      <main id="main" className={classNames("page", DESK_SPACE)}>
        <LessonHead lesson={lesson} panel={{ id: panelId, state, toggle }} />
        <div
          className={classNames(
            "mt-6 grid grid-cols-[minmax(0,1fr)] gap-x-9 gap-y-6 max-md:mt-4",
            state !== "hidden" && "xl:grid-cols-[24rem_minmax(0,1fr)]",
          )}
        >
          <aside
            id={panelId}
            aria-label="Lesson"
            className={classNames(
              hidden,
              "flex flex-col gap-6 max-xl:mx-auto max-xl:w-full max-xl:max-w-[68ch] max-xl:border-b max-xl:border-line max-xl:pb-6",
              "xl:sticky xl:top-5 xl:max-h-[calc(100dvh-2.5rem)] xl:self-start xl:overflow-y-auto xl:pr-4",
            )}
          >
            <Section title="Goal" lead>
              {text.goal}
            </Section>
            <Section title="What to look for">{text.lookFor}</Section>
            <Section title="Try it">
              {text.task}
              <LessonTask
                slug={lesson.slug}
                exercise={task.initial}
                needed={task.needed}
                open={taskOpen}
                onOpen={openTask}
              />
            </Section>
            <Section title="Go further">{text.further}</Section>
            <DoneBox slug={lesson.slug} />
          </aside>
          <section id={LESSON_DESK_ID} aria-label="Playground" className="min-w-0">
            <Desk key={opening.place} />
          </section>
        </div>
      </main>
    </PlaygroundProvider>
  );
}

function Section({ title, lead = false, children }: { title: string; lead?: boolean; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-1.5 text-sm font-semibold">
        {title}
      </h2>
      <div className={lead ? "font-serif text-prompt" : "text-base"}>{children}</div>
    </section>
  );
}
