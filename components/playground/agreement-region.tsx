"use client";

import { useId, useMemo } from "react";
import { isLeftOut } from "#components/contract/rows.ts";
import { classNames } from "#components/ui/class-names.ts";
import { type Agreement, agreement, MIN_COUNTED } from "#lib/comparison/agreement.ts";
import { answerRuleWords, chooseAnswerRule } from "#lib/comparison/answer-rule.ts";
import { AgreementBar } from "./agreement-bar.tsx";
import { usePlayground } from "./context.tsx";
import { SIDE_LABELS, type Side } from "./state.ts";
import { useSamples } from "./use-samples.ts";

/**
 * Self-consistency: what each sample says in the end, and how many say the same. Shown where the comparison names a
 * rule to read the answer by, or where the texts show one by themselves; prose has no majority.
 */
export function AgreementRegion({ side, caseId }: { side: Side; caseId: string }) {
  const titleId = useId();
  const samples = useSamples(side);
  const asked = usePlayground((state) => state.comparison.settings.answer);
  const texts = useMemo(
    () =>
      samples
        .filter((sample) => sample.case === caseId && sample.phase === "ended" && !isLeftOut(sample))
        .map(({ text }) => text),
    [samples, caseId],
  );
  const rule = asked ?? chooseAnswerRule(texts);
  if (rule === null || texts.length < MIN_COUNTED) return null;
  const found = agreement(texts, rule);
  return (
    <section aria-labelledby={titleId} className="mt-2.5 border-t border-hair pt-2.5 text-sm">
      <h3 id={titleId} className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">
          <span className="sr-only">{SIDE_LABELS[side]} </span>
          Agreement
        </span>
        <span className="font-normal text-soft">compares {answerRuleWords(rule)}</span>
      </h3>
      <p className="mt-1">
        <Majority found={found} of={texts.length} />
      </p>
      <AgreementBar found={found} side={side} className="my-2" />
      <Shares found={found} side={side} of={texts.length} />
      <p className="mt-1.5 text-xs text-soft">A majority can still be wrong.</p>
    </section>
  );
}

function Majority({ found: { majority, answers, read }, of }: { found: Agreement; of: number }) {
  if (read === 0) return <>No answer could be read from any of {of} samples.</>;
  if (majority === null)
    return (
      <>No majority: {answers.length} different answers, and none was given more often than every other.</>
    );
  return (
    <>
      {majority.count} of {of} samples say <b className="font-semibold wrap-anywhere">{majority.answer}</b>.
    </>
  );
}

interface SharesProps {
  found: Agreement;
  side: Side;
  of: number;
}

/** The same numbers as the bar, for ears and for whoever wants to read them. */
function Shares({ found: { answers, unread }, side, of }: SharesProps) {
  return (
    <table className="w-full border-collapse text-xs">
      <caption className="sr-only">{SIDE_LABELS[side]}: answers and how many samples gave them</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Answer</th>
          <th scope="col">Samples</th>
        </tr>
      </thead>
      <tbody>
        {answers.map(({ answer, count }, index) => (
          <tr key={answer}>
            <th
              scope="row"
              className={classNames("py-0.5 pr-3 text-left wrap-anywhere", index > 0 && "font-normal")}
            >
              {answer}
            </th>
            <td className="w-20 py-0.5 text-right whitespace-nowrap text-soft">
              {count} of {of}
            </td>
          </tr>
        ))}
        {unread > 0 && (
          <tr>
            <th scope="row" className="py-0.5 pr-3 text-left font-normal text-soft">
              no answer found
            </th>
            <td className="w-20 py-0.5 text-right whitespace-nowrap text-soft">
              {unread} of {of}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
