import Link from "next/link";
import { StaticMarkdown } from "#components/markdown/static-markdown.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import type { Example } from "#lib/library/example.ts";

const LOOKS = ["text-before", "text-after"];
const RULES = ["border-before", "border-after"];
/** A long answer scrolls, for a keyboard too. */
const reachable = (name: string) => ({ tabIndex: 0, role: "group", "aria-label": name });

/** A lesson's pair, as it would look after a run: two answers and their score, with the way to try it. */
export function LessonExample({ example }: { example: Example }) {
  return (
    <figure className="mt-5 break-inside-avoid">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-4 md:grid-cols-2">
        {example.answers.map(({ label, side, text, kept, of }) => (
          <div key={label} className={`border-t-2 pt-2 ${side === null ? "border-control" : RULES[side]}`}>
            <p className="flex flex-wrap justify-between gap-x-3 text-sm">
              <span className={side === null ? "font-semibold" : `font-semibold ${LOOKS[side]}`}>
                {label}
              </span>
              <span className="text-soft">
                keeps {kept} of {of} promises
              </span>
            </p>
            <div
              {...reachable(`${label}, an answer of the lesson ${example.title}`)}
              className="mt-2 max-h-56 overflow-y-auto font-serif text-lg print:max-h-none"
            >
              <StaticMarkdown text={text} />
            </div>
          </div>
        ))}
      </div>
      <figcaption className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-soft">
        <span className="flex-[1_1_20rem]">
          {example.answersLabel} Run the pair on a model to see for yourself.
        </span>
        <Link href={`/lessons/${example.slug}`} prefetch={false} className={buttonClass("quiet", "small")}>
          Open the lesson “{example.title}”
        </Link>
      </figcaption>
    </figure>
  );
}
