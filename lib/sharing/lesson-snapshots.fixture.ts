import type { Lesson } from "#lib/library/lesson.ts";
import { loadLessons } from "#lib/library/library.server.ts";
import { type FreezableSample, freeze } from "./freeze.ts";
import type { Snapshot } from "./snapshot.ts";

/** Every lesson with its bundled answers, as a run of it would have left it. */
export function lessonSnapshots(): { slug: string; snapshot: Snapshot }[] {
  return loadLessons().map((lesson) => ({ slug: lesson.slug, snapshot: snapshotOf(lesson) }));
}

function snapshotOf({ comparison, answers }: Lesson): Snapshot {
  const samples = [...answers].flatMap(([variant, list]) => {
    const counts = new Map<string, number>();
    return list.map((answer): FreezableSample => {
      const sample = counts.get(answer.case) ?? 0;
      counts.set(answer.case, sample + 1);
      return {
        variant,
        case: answer.case,
        sample,
        text: answer.text,
        ending: "complete",
        usage: { inputTokens: 20, outputTokens: 40, estimated: true },
        timing: { firstTokenMs: 12, totalMs: 340 },
        origin: "bundled",
      };
    });
  });
  return freeze(comparison, { startedAtMs: Date.UTC(2026, 10, 25), source: "recorded", samples });
}
