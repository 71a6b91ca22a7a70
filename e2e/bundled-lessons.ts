import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface BundledAnswer {
  case?: string;
  text: string[];
  breaks?: string[] | Record<string, string[]>;
}

/** A lesson as its folder has it, read without the code that is under test. */
export interface BundledLesson {
  slug: string;
  title: string;
  comparison: {
    title: string;
    variants: { id: string; label?: string; prompt: unknown }[];
    cases?: { id: string; values: Record<string, string> }[];
    checks?: unknown[];
    settings: { samples: number };
  };
  answers: Record<string, BundledAnswer[]>;
  exercise: { prompt: string };
}

/** Every lesson in the order of its folders. */
export function bundledLessons(): BundledLesson[] {
  const folder = join("prompts", "lessons");
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const read = (file: string) => readFileSync(join(folder, name, file), "utf8");
      return {
        slug: name.replace(/^\d+-/, ""),
        title: /^# (.+)$/m.exec(read("lesson.md"))?.[1] ?? "",
        comparison: JSON.parse(read("comparison.json")),
        answers: JSON.parse(read("answers.json")).answers,
        exercise: JSON.parse(read("try.json")),
      };
    });
}

export function caseIds({ comparison }: BundledLesson): string[] {
  return comparison.cases?.map(({ id }) => id) ?? ["1"];
}

/** How often a variant keeps a hard check over all its samples, by what the lesson claims of each answer. */
export function claimedKept(
  lesson: BundledLesson,
  variant: string,
  check: string,
): { kept: number; of: number } {
  const { samples } = lesson.comparison.settings;
  let kept = 0;
  const cases = caseIds(lesson);
  for (const caseId of cases) {
    const answers = (lesson.answers[variant] ?? []).filter((answer) => (answer.case ?? caseId) === caseId);
    for (let sample = 0; sample < samples; sample += 1) {
      const breaks = answers[sample % answers.length]?.breaks ?? [];
      const broken = Array.isArray(breaks) ? breaks : (breaks[caseId] ?? []);
      if (!broken.includes(check)) kept += 1;
    }
  }
  return { kept, of: samples * cases.length };
}
