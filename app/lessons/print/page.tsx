import type { Metadata } from "next";
import { HandOut } from "#components/lesson/hand-out.tsx";
import { HandOutBar } from "#components/lesson/hand-out-bar.tsx";
import { loadLessons } from "#lib/library/library.server.ts";

export const metadata: Metadata = { title: "Hand-outs" };

export default function HandOutsPage() {
  const lessons = loadLessons();
  return (
    <main id="main" tabIndex={-1} className="page max-w-4xl py-8 outline-none print:max-w-none print:py-0">
      <HandOutBar back={{ href: "/lessons", label: "Back to the lessons" }} />
      <h1 className="font-serif text-title">Lessons to print</h1>
      <p className="mt-1.5 text-soft">
        {lessons.length} lessons: two prompts each, what the second one promises, what to look for, and a
        task.
      </p>
      <ol className="mt-3 columns-2 gap-8 text-sm max-sm:columns-1">
        {lessons.map(({ slug, title }, index) => (
          <li key={slug} className="py-0.5">
            {index + 1}. {title}
          </li>
        ))}
      </ol>
      {lessons.map((lesson, index) => (
        <div
          key={lesson.slug}
          className="mt-12 border-t border-line pt-8 break-before-page print:mt-0 print:border-0 print:pt-0"
        >
          <HandOut lesson={lesson} number={index + 1} level="h2" />
        </div>
      ))}
    </main>
  );
}
