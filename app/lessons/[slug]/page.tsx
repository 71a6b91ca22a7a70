import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { LessonDesk } from "#components/lesson/lesson-desk.tsx";
import { LessonText } from "#components/lesson/lesson-text.tsx";
import { PANEL_COOKIE, readPanel } from "#components/lesson/panel-cookie.ts";
import { firstPaintOf } from "#components/playground/first-paint.ts";
import { exerciseComparison } from "#lib/library/exercise.ts";
import { placeOf } from "#lib/library/lesson-place.ts";
import { lessonBySlug, loadLessons } from "#lib/library/library.server.ts";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = lessonBySlug((await params).slug);
  return lesson === undefined
    ? { title: "No such lesson" }
    : { title: lesson.title, description: lesson.comparison.note };
}

export default async function LessonPage({ params }: Props) {
  const lesson = lessonBySlug((await params).slug);
  if (lesson === undefined) notFound();
  const comparison = structuredClone(lesson.comparison);
  const task = exerciseComparison(lesson.title, lesson.exercise);
  return (
    <LessonDesk
      // Another lesson is another document: nothing of the one before may stay in the store.
      key={lesson.slug}
      lesson={placeOf(lesson, loadLessons())}
      text={{
        goal: <LessonText markdown={lesson.goal} />,
        lookFor: <LessonText markdown={lesson.lookFor} />,
        task: <LessonText markdown={lesson.task} />,
        further: <LessonText markdown={lesson.further} />,
      }}
      initial={comparison}
      firstPaint={firstPaintOf(comparison)}
      task={{ initial: task, firstPaint: firstPaintOf(task), needed: lesson.exercise.needed }}
      panel={readPanel((await cookies()).get(PANEL_COOKIE)?.value)}
    />
  );
}
