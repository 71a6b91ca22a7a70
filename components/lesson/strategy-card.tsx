import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { AsSent } from "#components/prompt-editor/as-sent.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { Strategy } from "#lib/library/strategy.ts";
import { compile } from "#lib/prompt/compile.ts";

/** One way of prompting: the idea, where it helps and where not, what it costs, and the pair to try it on. */
export function StrategyCard({ strategy }: { strategy: Strategy }) {
  const { slug, title, idea, helps, helpsNot, costs, source, comparison } = strategy;
  const titleId = `strategy-${slug}`;
  return (
    <article id={slug} aria-labelledby={titleId} className="border-t border-line py-7 break-inside-avoid">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
        <div>
          <h2 id={titleId} className="font-serif text-verdict">
            {title}
          </h2>
          <p className="mt-2 max-w-[58ch] font-serif text-prompt">{idea}</p>
          <p className="mt-3 text-sm text-soft">
            <span className="font-semibold text-ink">Costs:</span> {costs}
          </p>
          <p className="mt-1 text-sm text-soft">
            <span className="font-semibold text-ink">Source:</span>{" "}
            <a
              href={source.url}
              target="_blank"
              rel="noopener noreferrer"
              className="inline-flex min-h-6 items-center gap-1 underline underline-offset-3 hover:text-ink"
            >
              {source.label}
              <ExternalLink aria-hidden size={13} />
            </a>
          </p>
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-x-8 gap-y-4 sm:grid-cols-2">
          <Points title="When it helps" mark="+" points={helps} />
          <Points title="When it does not" mark="–" points={helpsNot} />
          <div className="flex flex-wrap items-start gap-x-4 gap-y-2 sm:col-span-2">
            <Link href={`/?strategy=${slug}`} prefetch={false} className={buttonClass("quiet")}>
              Try it in the playground<VisuallyHidden>: {title}</VisuallyHidden>
            </Link>
            <Disclosure summary="See the pair" className="min-w-0 flex-[1_1_16rem] print:hidden">
              <div className="mt-1 flex flex-col gap-3">
                {comparison.variants.slice(0, 2).map((variant, side) => (
                  <section
                    key={variant.id}
                    aria-label={`${SIDES[side]} prompt of ${title}`}
                    className="sheet"
                  >
                    <h3 className={`px-4.5 pt-3 text-sm font-semibold ${LOOKS[side]}`}>{SIDES[side]}</h3>
                    <AsSent {...compile(variant.prompt)} />
                  </section>
                ))}
              </div>
            </Disclosure>
          </div>
        </div>
      </div>
    </article>
  );
}

const SIDES = ["Before", "After"];
const LOOKS = ["text-before", "text-after"];

function Points({ title, mark, points }: { title: string; mark: string; points: readonly string[] }) {
  return (
    <div>
      <h3 className="text-sm font-semibold">{title}</h3>
      <ul className="mt-1.5 flex flex-col gap-1.5">
        {points.map((point) => (
          <li key={point} className="flex gap-2">
            <span aria-hidden className="w-3 shrink-0 text-center font-semibold text-soft">
              {mark}
            </span>
            {point}
          </li>
        ))}
      </ul>
    </div>
  );
}
