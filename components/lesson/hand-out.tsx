import type { ReactNode } from "react";
import { AsSent } from "#components/prompt-editor/as-sent.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { allChecks } from "#lib/comparison/derive.ts";
import type { Check, Comparison } from "#lib/comparison/schema.ts";
import { phraseOf } from "#lib/constraints/registry.ts";
import type { Lesson } from "#lib/library/lesson.ts";
import { compile } from "#lib/prompt/compile.ts";
import { variablesIn } from "#lib/prompt/variables.ts";
import { LessonText } from "./lesson-text.tsx";

const LOOKS = ["text-before", "text-after"];
const RULES = ["border-t-before", "border-t-after"];
const SIDES = ["Before", "After"];

interface HandOutProps {
  lesson: Lesson;
  number: number;
  /** `h1` where it is the page, `h2` where it is one of many. */
  level: "h1" | "h2";
}

/** A lesson on paper: its prompts as sent, what they promise, what to look for, and room to write. */
export function HandOut({ lesson, number, level: Title }: HandOutProps) {
  const below = Title === "h1" ? "h2" : "h3";
  const { comparison, exercise } = lesson;
  return (
    <article aria-label={lesson.title} className="hand-out">
      <p className="text-sm text-soft">Lesson {number}</p>
      <Title className="font-serif text-title">{lesson.title}</Title>
      <div className="mt-2 max-w-[72ch] font-serif text-prompt">
        <LessonText markdown={lesson.goal} />
      </div>
      <Part level={below} title="The prompts, as they are sent">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-4 sm:grid-cols-2 print:grid-cols-2">
          {comparison.variants.map(({ id, label, prompt }, index) => (
            <div
              key={id}
              className={classNames(
                "sheet min-w-0 break-inside-avoid border-t-3",
                RULES[index] ?? "border-t-control",
              )}
            >
              <p className={classNames("px-4.5 pt-3 text-sm font-semibold", LOOKS[index])}>
                {[SIDES[index], label === SIDES[index] ? undefined : label].filter(Boolean).join(": ")}
              </p>
              <AsSent {...compile(prompt, onlyCase(comparison))} />
            </div>
          ))}
        </div>
        <Cases comparison={comparison} />
      </Part>
      <Part level={below} title="The contract">
        <CheckTable checks={allChecks(comparison)} />
      </Part>
      <Part level={below} title="What to look for">
        <div className="max-w-[72ch]">
          <LessonText markdown={lesson.lookFor} />
        </div>
        <Notes lines={5} label="What did you see?" />
      </Part>
      <Part level={below} title="Try it">
        <div className="max-w-[72ch]">
          <LessonText markdown={lesson.task} />
        </div>
        <p className="mt-2.5 border-l-2 border-line pl-3 font-serif text-lg written whitespace-pre-line">
          {exercise.prompt}
        </p>
        <CheckTable checks={exercise.checks} />
        <Notes lines={8} label="Your prompt" />
      </Part>
    </article>
  );
}

interface PartProps {
  level: "h2" | "h3";
  title: string;
  children: ReactNode;
}

function Part({ level: Title, title, children }: PartProps) {
  return (
    <section className="mt-5">
      <Title className="mb-1.5 font-semibold">{title}</Title>
      {children}
    </section>
  );
}

/** Several cases stand below the prompts; a single one stands in them. */
function onlyCase({ cases }: Comparison): Record<string, string> | undefined {
  return cases.length === 1 ? cases[0]?.values : undefined;
}

function Cases({ comparison: { cases, variants } }: { comparison: Comparison }) {
  const [first] = cases;
  if (first === undefined || cases.length < 2) return null;
  // What only the checks know would tell the answer.
  const asked = new Set(variants.flatMap(({ prompt }) => variablesIn(prompt)));
  const names = Object.keys(first.values).filter((name) => asked.has(name));
  return (
    <table className="mt-4 w-full border-collapse text-sm">
      <caption className="pb-1 text-left text-soft">Each prompt runs with each of these</caption>
      <thead>
        <tr>
          <th scope="col" className="py-1 pr-4 text-left font-medium text-soft">
            Case
          </th>
          {names.map((name) => (
            <th key={name} scope="col" className="py-1 pr-4 text-left font-medium text-soft">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cases.map(({ id, values }) => (
          <tr key={id} className="border-t border-hair align-top">
            <th scope="row" className="py-1 pr-4 text-left font-normal">
              {id}
            </th>
            {names.map((name) => (
              <td key={name} className="py-1 pr-4 wrap-anywhere">
                {values[name]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One row a promise, with two boxes to tick. */
function CheckTable({ checks }: { checks: readonly Check[] }) {
  return (
    <table className="mt-1 w-full border-collapse text-base">
      <thead>
        <tr className="text-xs">
          <th scope="col" className="py-1 text-left font-medium text-soft">
            Promise
          </th>
          <th scope="col" className="w-16 py-1 text-center font-semibold text-before">
            Before
          </th>
          <th scope="col" className="w-16 py-1 text-center font-semibold text-after">
            After
          </th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({ id, label, hard, constraint }) => (
          <tr key={id} className="border-t border-line">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal">
              {label ?? phraseOf(constraint)}
              {constraint.kind === "other" ? (
                <span className="text-soft"> (for people to judge)</span>
              ) : (
                !hard && <span className="text-soft"> (does not count)</span>
              )}
            </th>
            <TickBox />
            <TickBox />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TickBox() {
  return (
    <td className="py-1.5 text-center">
      <span aria-hidden className="inline-block size-4 rounded-[3px] border border-control align-middle" />
      <span className="sr-only">to tick</span>
    </td>
  );
}

/** Room to write by hand. */
function Notes({ lines, label }: { lines: number; label: string }) {
  const rows = Array.from({ length: lines }, (_, index) => `line-${index}`);
  return (
    <div className="mt-3 break-inside-avoid">
      <p className="text-sm text-soft">{label}</p>
      <div aria-hidden>
        {rows.map((row) => (
          <div key={row} className="h-8 border-b border-line" />
        ))}
      </div>
    </div>
  );
}
