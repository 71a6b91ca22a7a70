import "server-only";
import { type Example, type ExampleChoice, exampleOf } from "./example.ts";
import { lessonBySlug } from "./library.server.ts";

/** A lesson's pair as an example. Throws an Error when there is no such lesson. */
export function loadExample(slug: string, choice?: ExampleChoice): Example {
  const lesson = lessonBySlug(slug);
  if (lesson === undefined) throw new Error(`no lesson is called "${slug}"`);
  return exampleOf(lesson, choice);
}
