import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { defaultComparison, lessonBySlug, loadLessons, readLessons } from "./library.server.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lessons-"));
  cpSync("prompts/lessons/01-poem", join(folder, "01-poem"), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function edit(file: string, change: (text: string) => string): void {
  const path = join(folder, "01-poem", file);
  const text = readFileSync(path, "utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

test("the bundled lessons load, in order, and the poem opens the playground", () => {
  const lessons = loadLessons();
  expect(lessons.map((lesson) => lesson.order)).toEqual(
    lessons.map((lesson) => lesson.order).toSorted((a, b) => a - b),
  );
  expect(lessons[0]?.slug).toBe("poem");
  expect(lessonBySlug("poem")).toBe(lessons[0]);
  expect(lessonBySlug("no-such-lesson")).toBeUndefined();
  expect(defaultComparison()).toEqual(lessons[0]?.comparison);
});

test("changing the comparison that was handed out changes nobody else's", () => {
  defaultComparison().variants.pop();
  expect(defaultComparison().variants).toHaveLength(2);
});

test("lessons come in the order of their folders' numbers, not of their names", () => {
  cpSync(join(folder, "01-poem"), join(folder, "10-tenth"), { recursive: true });
  cpSync(join(folder, "01-poem"), join(folder, "2-second"), { recursive: true });
  expect(readLessons(folder).map((lesson) => lesson.slug)).toEqual(["poem", "second", "tenth"]);
});

test("two lessons with the same slug or the same number are refused", () => {
  cpSync(join(folder, "01-poem"), join(folder, "02-poem"), { recursive: true });
  expect(() => readLessons(folder)).toThrow("same slug");
  rmSync(join(folder, "02-poem"), { recursive: true });
  cpSync(join(folder, "01-poem"), join(folder, "1-other"), { recursive: true });
  expect(() => readLessons(folder)).toThrow("same order");
});

test("a folder that is not NN-slug is refused by name", () => {
  cpSync(join(folder, "01-poem"), join(folder, "poem"), { recursive: true });
  expect(() => readLessons(folder)).toThrow("lesson poem: the folder's name is not NN-slug");
});

test("an unknown key in a comparison is refused, with the lesson's name", () => {
  edit("comparison.json", (text) => text.replace('"note"', '"nte"'));
  expect(() => readLessons(folder)).toThrow(/lesson 01-poem: .*nte/s);
});

test("before and after must differ", () => {
  edit("comparison.json", (text) => {
    const comparison = JSON.parse(text);
    comparison.variants[1].prompt = comparison.variants[0].prompt;
    return JSON.stringify(comparison);
  });
  expect(() => readLessons(folder)).toThrow("before and after are the same prompt");
});

interface AnswersFile {
  claims: { afterKeeps: number; nullResult?: { cases?: string[]; why: string } };
  answers: Record<string, { case?: string; text: string[]; breaks: string[] | Record<string, string[]> }[]>;
}

/** The folder with one thing changed in its answers; the file itself stays as it is on disk for the next change. */
function withAnswers(change: (file: AnswersFile) => void): () => unknown {
  const path = join(folder, "01-poem", "answers.json");
  const text = readFileSync("prompts/lessons/01-poem/answers.json", "utf8");
  const file: AnswersFile = JSON.parse(text);
  change(file);
  writeFileSync(path, JSON.stringify(file));
  return () => readLessons(folder);
}

test("every variant needs answers, at least five, all different, and only variants and cases have some", () => {
  const of = (change: (answers: AnswersFile["answers"]) => void) =>
    withAnswers(({ answers }) => change(answers));
  expect(of((answers) => delete answers.after)).toThrow('no answers for the variant "after"');
  expect(of(({ after }) => after?.pop())).toThrow('4 answers for "after", at least 5 are needed');
  expect(of(({ after }) => after?.splice(1, 1, ...after.slice(0, 1)))).toThrow(
    'two answers for "after" are the same',
  );
  expect(of((answers) => Object.assign(answers, { third: answers.after }))).toThrow(
    '"third", which is no variant',
  );
  expect(of(({ after }) => Object.assign(after?.[0] ?? {}, { case: "dusk" }))).toThrow(
    'the case "dusk", which is none',
  );
});

test("what a lesson claims of its answers is held: what each breaks, the share, the null result", () => {
  const poem = JSON.parse(readFileSync("prompts/lessons/01-poem/answers.json", "utf8"));
  expect(poem.claims).toEqual({ afterKeeps: 0.95 });
  expect(withAnswers(({ claims }) => Object.assign(claims, { afterKeeps: 1 }))).toThrow(
    "after keeps 0.95 of the hard checks, not 1",
  );
  expect(withAnswers(({ answers }) => answers.before?.[1]?.text.splice(4, 99))).toThrow(
    /"before" that begins "The forest does not hurry.*breaks opening, include, and claims opening, lines, include/s,
  );
  expect(
    withAnswers(({ answers }) =>
      answers.before?.splice(0, 1, { text: [...(answers.after?.[0]?.text ?? [])], breaks: [] }),
    ),
  ).toThrow("keeps every check, and no null result is claimed");
  expect(withAnswers(({ claims }) => Object.assign(claims, { nullResult: { why: "none" } }))).toThrow(
    "a null result is claimed, and no before answer keeps the contract",
  );
});

test("an answer that does not depend on the case says by case what it breaks", () => {
  const tuned = lessonBySlug("tuning")?.answers.get("tuned") ?? [];
  expect(tuned.map(({ case: caseId, breaks }) => [caseId, breaks])).toEqual([
    ...[
      ["today", []],
      ["changed", ["days"]],
    ],
    ...[
      ["today", []],
      ["changed", ["days"]],
    ],
  ]);
});

test("the task of a lesson needs an answer that keeps its checks and one that breaks them", () => {
  edit("try.json", (text) =>
    text.replace('The tide comes back with all its silver.",\n    "It lays', 'The sea.",\n    "It lays'),
  );
  expect(() => readLessons(folder)).toThrow("the answer that should keep the checks breaks opening");
  writeFileSync(
    join(folder, "01-poem", "try.json"),
    JSON.stringify({
      prompt: "Say yes.",
      checks: [{ id: "yes", constraint: { kind: "include", words: ["yes"] } }],
      keeps: ["yes"],
      breaks: ["yes, gladly"],
    }),
  );
  expect(() => readLessons(folder)).toThrow("the answer that should break a check keeps them all");
});

test("a task asks for one to five answers that keep it, and by itself for all", () => {
  const asks = (needed: number) =>
    edit("try.json", (text) =>
      text.replace(/"prompt"|"needed": \d, "prompt"/, `"needed": ${needed}, "prompt"`),
    );
  expect(readLessons(folder)[0]?.exercise.needed).toBeUndefined();
  asks(3);
  expect(readLessons(folder)[0]?.exercise.needed).toBe(3);
  asks(6);
  expect(() => readLessons(folder)).toThrow(/lesson 01-poem: .*needed/s);
});

test.each([
  ["[here](/nowhere)", "the link /nowhere leads nowhere"],
  ["[here](/lessons/no-such)", "the link /lessons/no-such leads nowhere"],
  ["[here](http://example.org)", "neither a page of ours nor https"],
  ["[here](//example.org)", "neither a page of ours nor https"],
  ["See [here](https://example.org).", "does not say what it is there for"],
  ["Some <b>bold</b> words.", "raw HTML"],
])("a text with %s is refused", (line, message) => {
  edit("lesson.md", (text) => `${text}\n${line}\n`);
  expect(() => readLessons(folder)).toThrow(message);
});

test("two lessons may share a prompt only with the same answers", () => {
  cpSync(join(folder, "01-poem"), join(folder, "02-again"), { recursive: true });
  expect(readLessons(folder)).toHaveLength(2);
  const path = join(folder, "02-again", "answers.json");
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace("The forest does not hurry.", "The wood does not hurry."),
  );
  expect(() => readLessons(folder)).toThrow(
    'lesson again: "before" has the prompt of another variant and other answers',
  );
});

test("adding a lesson touches one folder: a copy under its own number and slug loads beside the others", () => {
  cpSync("prompts/lessons", folder, { recursive: true });
  cpSync("prompts/lessons/10-grounding", join(folder, "17-our-shop"), { recursive: true });
  const lessons = readLessons(folder);
  expect(lessons).toHaveLength(17);
  expect(lessons.at(-1)).toEqual({ ...lessonBySlug("grounding"), slug: "our-shop", order: 17 });
});

test("a lesson without its text is refused", () => {
  edit("lesson.md", (text) => text.replace("## Try it", "## Something else"));
  expect(() => readLessons(folder)).toThrow('lesson 01-poem: the section "## Try it" is missing or empty');
});
