import { ExternalLink } from "lucide-react";
import type { CoachRule } from "#lib/prompt/coach/types.ts";
import { RuleSwitch } from "./rule-switch.tsx";

/** One rule of the coach: why, from what to what, and who says so. */
export function RuleCard({ rule }: { rule: CoachRule }) {
  const { id, title, why, example, source } = rule;
  const titleId = `${id}-title`;
  return (
    <article id={id} aria-labelledby={titleId} className="border-t border-line py-5 break-inside-avoid">
      <div className="flex items-baseline justify-between gap-x-4">
        <h2
          id={titleId}
          className="min-w-0 font-serif text-[1.1875rem] leading-snug font-semibold wrap-anywhere"
        >
          {title}
        </h2>
        <RuleSwitch id={id} title={title} />
      </div>
      <p className="mt-1.5 max-w-[62ch]">{why}</p>
      <dl className="mt-3 grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        <dt className="pt-0.5 text-sm font-semibold text-before">Before</dt>
        <dd className="font-serif text-lg whitespace-pre-line wrap-anywhere">{example.before}</dd>
        <dt className="pt-0.5 text-sm font-semibold text-after">After</dt>
        <dd className="font-serif text-lg whitespace-pre-line wrap-anywhere">{example.after}</dd>
      </dl>
      <p className="mt-2.5 text-sm text-soft">
        <a
          href={source.url}
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex min-h-6 items-center gap-1 underline underline-offset-3 hover:text-ink"
        >
          {source.label}
          <ExternalLink aria-hidden size={13} className="shrink-0" />
        </a>
      </p>
    </article>
  );
}
