"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { useLessonProgress } from "./use-progress.ts";

export interface ListedLesson {
  slug: string;
  title: string;
  /** Made on the server. */
  goal: ReactNode;
}

/** Every lesson in its order, what is done, and where to go on. */
export function LessonList({ lessons }: { lessons: readonly ListedLesson[] }) {
  const { done, solved } = useLessonProgress();
  const made = lessons.filter(({ slug }) => done.includes(slug)).length;
  const next = lessons.find(({ slug }) => !done.includes(slug)) ?? lessons[0];
  return (
    <>
      <div className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden">
        {next !== undefined && (
          <Link href={`/lessons/${next.slug}`} prefetch={false} className={buttonClass("primary")}>
            {made === 0
              ? "Start with the first lesson"
              : made === lessons.length
                ? "Once more from the first"
                : `Go on with “${next.title}”`}
          </Link>
        )}
        <div className="flex min-w-48 flex-col gap-1.5 text-sm text-soft">
          <span>
            {made} of {lessons.length} done
          </span>
          <Progress label="Lessons done" value={made} max={lessons.length} />
        </div>
      </div>
      <ol className="mt-7 border-t border-line">
        {lessons.map(({ slug, title, goal }, index) => (
          <li
            key={slug}
            className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-4 border-b border-line py-5 sm:grid-cols-[3rem_minmax(0,1fr)_7rem]"
          >
            <span aria-hidden className="pt-0.5 text-right font-serif text-title text-soft tabular-nums">
              {index + 1}
            </span>
            <div>
              <h2 className="font-serif text-[1.25rem] leading-snug font-semibold tracking-[-0.01em]">
                <Link
                  href={`/lessons/${slug}`}
                  prefetch={false}
                  className="rounded-sm underline-offset-4 hover:underline"
                >
                  {title}
                </Link>
              </h2>
              <div className="mt-1 max-w-[62ch] text-soft">{goal}</div>
            </div>
            <p className="col-start-2 text-sm text-soft empty:hidden max-sm:mt-1.5 sm:col-start-3 sm:pt-1.5 sm:text-right">
              {done.includes(slug) && (
                <span className="inline-flex items-center gap-1.5">
                  <Check aria-hidden size={14} className="text-good" />
                  {solved.includes(slug) ? "Done, task solved" : "Done"}
                </span>
              )}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
