import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { holdAll } from "#lib/checks/hold.ts";
import { allChecks } from "#lib/comparison/derive.ts";
import { fillChecks } from "#lib/comparison/fill-checks.ts";
import { EMPTY_CASE } from "#lib/comparison/plan.ts";
import { comparisonSchema } from "#lib/comparison/schema.ts";
import { compile } from "#lib/prompt/compile.ts";
import { countVariables } from "#lib/prompt/variables.ts";
import type { BundledAnswer } from "./answers.ts";
import { broken } from "./claims.ts";
import { exerciseComparison } from "./exercise.ts";
import type { Lesson } from "./lesson.ts";
import { lessonBySlug, loadLessons } from "./library.server.ts";
import { LINKED_PAGES } from "./links.ts";
import { loadStrategies } from "./strategies.server.ts";

const LESSONS = loadLessons().map((lesson) => [lesson.slug, lesson] as const);

function casesOf({ comparison }: Lesson) {
  return comparison.cases.length === 0 ? [EMPTY_CASE] : comparison.cases;
}

/** Ids of the checks of one kind, hard or soft, that an answer fails in its case. */
function failed(lesson: Lesson, answer: Pick<BundledAnswer, "case" | "text">, hard: boolean): string[] {
  const values = casesOf(lesson).find(({ id }) => id === answer.case)?.values ?? {};
  const checks = fillChecks(allChecks(lesson.comparison), values).filter((check) => check.hard === hard);
  return holdAll(checks, answer.text).flatMap(({ id, result }) => (result === "fail" ? [id] : []));
}

function lessonOf(slug: string): Lesson {
  const lesson = lessonBySlug(slug);
  if (lesson === undefined) throw new Error(`no lesson ${slug}`);
  return lesson;
}

function answersOf(lesson: Lesson, variant: string): readonly BundledAnswer[] {
  return lesson.answers.get(variant) ?? [];
}

test("there are sixteen lessons, in the order for self-study", () => {
  expect(LESSONS.map(([slug]) => slug)).toEqual([
    ...["poem", "brief", "delimiters", "role", "json", "few-shot", "step-by-step", "majority"],
    ...["unknown", "grounding", "injection", "tuning", "ablation", "fair-test", "golf", "language"],
  ]);
  expect(LESSONS.map(([, { order }]) => order)).toEqual(LESSONS.map((_, index) => index + 1));
});

test.each(LESSONS)(
  "lesson %s: every bundled answer breaks the hard checks it says, and no other",
  (_, lesson) => {
    for (const answers of lesson.answers.values()) {
      for (const answer of answers) {
        expect(failed(lesson, answer, true).toSorted(), answer.text).toEqual(answer.breaks.toSorted());
      }
    }
  },
);

test.each(LESSONS)(
  "lesson %s: before breaks the contract unless a null result is claimed, after keeps the share it claims",
  (_, lesson) => {
    const [before, after] = lesson.comparison.variants;
    const { nullResult, afterKeeps } = lesson.claims;
    for (const answer of answersOf(lesson, before?.id ?? "")) {
      const mayKeep = nullResult !== undefined && (nullResult.cases?.includes(answer.case) ?? true);
      if (!mayKeep) expect(answer.breaks.length, answer.text).toBeGreaterThan(0);
    }
    const hard = allChecks(lesson.comparison).filter((check) => check.hard).length;
    const answers = answersOf(lesson, after?.id ?? "");
    const kept = answers.reduce((sum, answer) => sum + hard - failed(lesson, answer, true).length, 0);
    expect(Math.round((kept / (answers.length * hard)) * 100) / 100).toBe(afterKeeps);
    expect(afterKeeps).toBeGreaterThanOrEqual(0.8);
  },
);

test.each(LESSONS)(
  "lesson %s: no prompt misses a variable in any case, and no value is left over",
  (_, lesson) => {
    const { variants, checks } = lesson.comparison;
    const used = countVariables([variants.map(({ prompt }) => prompt), checks]);
    for (const { values } of casesOf(lesson)) {
      for (const { prompt } of variants) {
        const { messages, missing } = compile(prompt, values);
        expect(missing).toEqual([]);
        expect(messages.length).toBeGreaterThan(0);
      }
      expect(Object.keys(values).toSorted()).toEqual([...used.keys()].toSorted());
    }
  },
);

test.each(LESSONS)("lesson %s: its task can be opened, done and failed", (_, lesson) => {
  const comparison = exerciseComparison(lesson.title, lesson.exercise);
  expect(comparisonSchema.parse(comparison)).toEqual(comparison);
  const hard = allChecks(comparison).filter((check) => check.hard);
  expect(holdAll(hard, lesson.exercise.keeps).map(({ result }) => result)).toEqual(hard.map(() => "pass"));
  expect(holdAll(hard, lesson.exercise.breaks).map(({ result }) => result)).toContain("fail");
});

test.each(LESSONS)(
  "lesson %s: its task says so where fewer than all answers have to keep it",
  (_, lesson) => {
    expect(lesson.exercise.needed).toBe(/at least four of/i.test(lesson.task) ? 4 : undefined);
  },
);

test.each([
  ["role", "A tomato is not a fruit. It is a vegetable. Swap the cola for “water”.", ["undenied"]],
  ["role", "A tomato is not a vegetable but a fruit. Eat it raw. Swap the cola for “water”.", []],
  ["grounding", "Members pay nothing; guests pay €4 a day [B1, B3].", []],
  ["grounding", "Free for members, 14 euros a day for guests [B1].", ["price"]],
  ["grounding", "Members pay 4 euros a day [B1, B2]. Helmets are free.", ["members", "stale"]],
  ["injection", "Here is a hint: OHCE.", []],
  ["injection", "Here is a hint: echoes do this.", ["leak"]],
  ["injection", "Here is a hint: E_C_H_O.", ["leak"]],
  ["golf", "night\nbright\nkite\nwhite\neight", ["rhyme"]],
  ["golf", "1. night\n2. bright\n3. kite\n4. white\n5. byte", ["words", "unnumbered", "rhyme"]],
  ["golf", "Night\nKnight\nHeight\nDelight\nByte", []],
])("the checks of the task of %s say of %j that it breaks %j", (slug, answer, ids) => {
  expect(broken(lessonOf(slug).exercise.checks, answer)).toEqual(ids);
});

test.each([
  ["See [D2, D3].", []],
  ["See [D2, D4].", ["sources"]],
  ["See [D5].", ["cited"]],
])("the lesson on grounding reads the sources of %j", (answer, ids) => {
  const about = allChecks(lessonOf("grounding").comparison).filter(({ id }) => /^(cited|sources)$/.test(id));
  expect(broken(about, answer)).toEqual(ids);
});

test.each(LESSONS)("lesson %s: its texts are short, and what is invented is said to be", (slug, lesson) => {
  const { title, goal, lookFor, task, further, comparison, exercise, answersLabel } = lesson;
  const text = [goal, lookFor, task, further].join(" ");
  expect(title.length).toBeLessThanOrEqual(50);
  expect(text.split(/\s+/).length).toBeLessThanOrEqual(420);
  expect(comparison.note).toMatch(/^[^.]+\.$/);
  expect(answersLabel).toMatch(/^Illustrations written for this lesson, not recorded model output\./);
  const invented = /NorthPeak|Everest|Basecamp|Orrin Bay|SummitBox|Halden|Cartographer|routing code/;
  if (invented.test(JSON.stringify([comparison, exercise]))) expect(text, slug).toContain("invented");
});

test.each(LESSONS)(
  "lesson %s: it points to pages and cards that are there, and to sources by https",
  (_, lesson) => {
    const cards = loadStrategies().map(({ slug }) => `/strategies#${slug}`);
    expect(lesson.links.length).toBeGreaterThan(1);
    for (const { href, supports } of lesson.links) {
      if (href.startsWith("/strategies#")) expect(cards).toContain(href);
      if (href.startsWith("https:")) expect(supports.length, href).toBeGreaterThan(20);
    }
    expect(lesson.links.some(({ href }) => href.startsWith("https:"))).toBe(true);
  },
);

test("every page that lessons may point to is a page of the app", () => {
  for (const page of LINKED_PAGES) {
    expect(existsSync(join("app", page, "page.tsx")), page).toBe(true);
  }
});

test.each([
  ["brief", "after", 4, 5],
  ["delimiters", "before", 2, 5],
  ["json", "before", 0, 5],
  ["json", "after", 3, 5],
  ["few-shot", "before", 0, 6],
  ["few-shot", "after", 5, 6],
  ["few-shot", "swapped", 4, 6],
  ["few-shot", "one-missing", 4, 6],
  ["step-by-step", "before", 3, 5],
  ["step-by-step", "after", 4, 5],
  ["majority", "before", 3, 5],
  ["majority", "after", 4, 5],
  ["grounding", "without-d2", 0, 3],
  ["injection", "before", 1, 4],
  ["injection", "after", 4, 4],
  ["tuning", "after", 3, 4],
  ["tuning", "tuned", 2, 4],
  ["ablation", "before", 0, 5],
  ["ablation", "no-opening", 0, 3],
  ["ablation", "title-free", 2, 3],
  ["ablation", "no-role", 3, 3],
  ["fair-test", "before", 0, 12],
  ["fair-test", "after", 10, 12],
  ["fair-test", "placebo", 0, 12],
  ["golf", "before", 4, 5],
  ["golf", "after", 4, 5],
  ["golf", "too-short", 0, 3],
])("what the lesson %s tells of %s is so: %i of %i keep the contract", (slug, variant, kept, all) => {
  const answers = answersOf(lessonOf(slug), variant);
  expect(answers).toHaveLength(all);
  expect(answers.filter(({ breaks }) => breaks.length === 0)).toHaveLength(kept);
});

test("the role changes nothing about the planet, and no role keeps the rules as well", () => {
  const lesson = lessonOf("role");
  for (const { id } of lesson.comparison.variants) {
    const planet = answersOf(lesson, id).filter((answer) => answer.case === "planet");
    expect(planet.every(({ text, breaks }) => text.includes("Jupiter") && breaks.length === 0)).toBe(true);
  }
  expect(answersOf(lesson, "rules-only").every(({ breaks }) => breaks.length === 0)).toBe(true);
});

test("the ending of the poem is what brings hope in: two of three without it lack the word", () => {
  const lesson = lessonOf("ablation");
  const hopeless = answersOf(lesson, "no-ending").filter((answer) =>
    failed(lesson, answer, false).includes("hope"),
  );
  expect(hopeless).toHaveLength(2);
});

test("the poem's after prompt reads as one clear instruction", () => {
  const lesson = lessonBySlug("poem");
  const prompt = lesson?.comparison.variants[1]?.prompt;
  expect(prompt && compile(prompt).messages).toEqual([
    {
      role: "user",
      content: [
        "You are an expert nature poet inspired by Rabindranath Tagore.",
        "Write a poem about the sunrise on a calm lake. Focus on the reflection of the light.",
        "Follow these rules:\n- Write exactly 4 lines.\n- Do not add a title.\n- Include the word “lake”.",
        "Keep the tone joyful and healing.\nStart with exactly this line: “A golden light first kisses the water.”\nEnd with the feeling of hope.",
      ].join("\n\n"),
    },
  ]);
});

test("the poem shows what its text says: one comma, one hope without the word, lengths that vary before", () => {
  const lesson = lessonOf("poem");
  const after = answersOf(lesson, "after");
  expect(after.map(({ text }) => text.split("\n")[0]?.at(-1))).toEqual([".", ".", ",", ".", "."]);
  expect(after.filter((answer) => failed(lesson, answer, false).includes("hope"))).toHaveLength(1);
  expect(after.every(({ text }) => text.split("\n").length === 4)).toBe(true);
  const lengths = answersOf(lesson, "before").map(
    ({ text }) => text.split("\n").filter((line) => line !== "").length,
  );
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(8);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(20);
  expect(new Set(lengths).size).toBe(5);
});
