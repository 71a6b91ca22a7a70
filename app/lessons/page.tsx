import type { Metadata } from "next";
import Link from "next/link";
import { LessonList } from "#components/lesson/lesson-list.tsx";
import { LessonText } from "#components/lesson/lesson-text.tsx";
import { loadLessons } from "#lib/library/library.server.ts";

export const metadata: Metadata = { title: "Lessons" };

const LINK = "underline underline-offset-3 hover:text-ink";

export default function LessonsPage() {
  const lessons = loadLessons();
  return (
    <main id="main" tabIndex={-1} className="page py-8 outline-none">
      <div className="mx-auto max-w-4xl">
        <h1 className="font-serif text-title">Lessons</h1>
        <p className="mt-2 max-w-[68ch] text-soft">
          {lessons.length} pairs of prompts, in an order that builds up. Each stands beside the playground,
          runs without a key on bundled answers, and ends with a task of your own. What you have done is kept
          in this browser.
        </p>
        <p className="mt-2 max-w-[68ch] text-soft">
          The same ideas as cards:{" "}
          <Link href="/strategies" prefetch={false} className={LINK}>
            strategies
          </Link>
          . The whole way:{" "}
          <Link href="/why" prefetch={false} className={LINK}>
            where prompting ends
          </Link>
          . For a class:{" "}
          <Link href="/lessons/print" prefetch={false} className={LINK}>
            all hand-outs to print
          </Link>
          .
        </p>
        <LessonList
          lessons={lessons.map(({ slug, title, goal }) => ({
            slug,
            title,
            goal: <LessonText markdown={goal} />,
          }))}
        />
      </div>
    </main>
  );
}
