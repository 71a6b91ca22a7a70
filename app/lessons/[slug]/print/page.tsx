import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HandOut } from "#components/lesson/hand-out.tsx";
import { HandOutBar } from "#components/lesson/hand-out-bar.tsx";
import { placeOf } from "#lib/library/lesson-place.ts";
import { lessonBySlug, loadLessons } from "#lib/library/library.server.ts";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = lessonBySlug((await params).slug);
  return { title: lesson === undefined ? "No such lesson" : `Hand-out: ${lesson.title}` };
}

export default async function HandOutPage({ params }: Props) {
  const lesson = lessonBySlug((await params).slug);
  if (lesson === undefined) notFound();
  return (
    <main id="main" tabIndex={-1} className="page max-w-4xl py-8 outline-none print:max-w-none print:py-0">
      <HandOutBar back={{ href: `/lessons/${lesson.slug}`, label: "Back to the lesson" }} />
      <HandOut lesson={lesson} number={placeOf(lesson, loadLessons()).number} level="h1" />
    </main>
  );
}
