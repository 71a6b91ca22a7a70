import Link from "next/link";
import { StaticMarkdown } from "#components/markdown/static-markdown.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import type { Example } from "#lib/library/example.ts";

const LOOKS = ["text-before", "text-after"];
const RULES = ["border-before", "border-after"];

/** A lesson's pair, as it would look after a run: two answers and their score, with the way to try it. */
export function LessonExample({ example }: { example: Example }) {
  return (
    <figure className="mt-5 break-inside-avoid">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-4 md:grid-cols-2">
        {example.answers.map(({ label, text, kept, of }, side) => (
          <section
            key={label}
            aria-label={`${label}, an answer of the lesson ${example.title}`}
            className={`border-t-2 pt-2 ${RULES[side]}`}
          >
            <p className="flex flex-wrap justify-between gap-x-3 text-sm">
              <span className={`font-semibold ${LOOKS[side]}`}>{label}</span>
              <span className="text-soft">
                keeps {kept} of {of} promises
              </span>
            </p>
            <div className="mt-2 max-h-56 overflow-y-auto font-serif text-lg print:max-h-none">
              <StaticMarkdown text={text} />
            </div>
          </section>
        ))}
      </div>
      <figcaption className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-soft">
        Bundled answers, written to illustrate; run the pair on a model to see for yourself.
        <Link href={`/lessons/${example.slug}`} prefetch={false} className={buttonClass("quiet", "small")}>
          Open the lesson “{example.title}”
        </Link>
      </figcaption>
    </figure>
  );
}
