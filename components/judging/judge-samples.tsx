"use client";

import { useId, useState } from "react";
import { MARKED_CHARS, MarkedText } from "#components/playground/marked-text.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Select } from "#components/ui/select.tsx";
import type { AnswerPair } from "#lib/judging/answer-pairs.ts";
import type { SoftCriterion } from "#lib/judging/criteria.ts";
import type { PairJudged, RubricItem, Side } from "#lib/judging/events.ts";
import type { Judgement } from "#lib/judging/judgement.ts";
import { becauseWords } from "./judge-words.ts";
import type { Answers } from "./use-answers.ts";

/** One pair of answers at a time: the words the judge quoted, marked where they stand, and what it said of them. */
export function JudgeSamples({ answers, judgement }: { answers: Answers; judgement: Judgement }) {
  const [index, setIndex] = useState(0);
  const selectId = useId();
  const known = new Set([...judgement.judged, ...judgement.outputs].map(({ pair }) => pair));
  const pairs = answers.pairs.filter(({ id }) => known.has(id));
  const pair = pairs[Math.min(index, pairs.length - 1)];
  if (pair === undefined) return null;
  const cases = new Set(pairs.map(({ caseId }) => caseId)).size;
  const judged = judgement.judged.filter((one) => one.pair === pair.id);
  return (
    <div className="mt-6">
      <div className="flex items-center gap-3">
        <label htmlFor={selectId} className="text-base font-semibold">
          Its words on
        </label>
        <Select
          id={selectId}
          value={String(index)}
          onChange={(event) => setIndex(Number(event.target.value))}
        >
          {pairs.map((one, place) => (
            <option key={one.id} value={String(place)}>
              {cases > 1 ? `case ${one.caseId}, sample ${one.sample + 1}` : `sample ${one.sample + 1}`}
            </option>
          ))}
        </Select>
      </div>
      <ul className="mt-2 flex flex-col gap-0.5 text-base">
        {judged.map((one) => (
          <PairLine key={one.criterion} judged={one} label={labelOf(answers, one.criterion)} />
        ))}
      </ul>
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-x-7 gap-y-5 md:grid-cols-2">
        {(["a", "b"] as const).map((side) => (
          <JudgedOutput
            key={side}
            side={side}
            pair={pair}
            judged={judged}
            judgement={judgement}
            criteria={answers.criteria}
          />
        ))}
      </div>
    </div>
  );
}

const WINNERS: Record<PairJudged["winner"], string> = {
  a: "Before",
  b: "After",
  tie: "tie",
  undecided: "undecided",
};

function PairLine({ judged, label }: { judged: PairJudged; label: string }) {
  const reason = judged.orders.find(({ choice }) => choice === judged.winner)?.reason ?? "";
  const why = judged.because === undefined ? reason : becauseWords(judged.because);
  return (
    <li>
      {label}: <b className="font-semibold">{WINNERS[judged.winner]}</b>
      {why !== "" && <span className="text-soft"> · {why}</span>}
    </li>
  );
}

interface JudgedOutputProps {
  side: Side;
  pair: AnswerPair;
  judged: readonly PairJudged[];
  judgement: Judgement;
  criteria: readonly SoftCriterion[];
}

const REACHABLE = { tabIndex: 0 } as const;

function JudgedOutput({ side, pair, judged, judgement, criteria }: JudgedOutputProps) {
  const items = judgement.outputs.find((one) => one.pair === pair.id && one.side === side)?.items ?? [];
  const quotes = [
    ...items.flatMap(({ quote }) => quote ?? []),
    ...judged.flatMap(({ orders }) =>
      orders.flatMap(({ choice, quote }) => (choice === side ? (quote ?? []) : [])),
    ),
  ];
  const name = side === "a" ? "Before" : "After";
  const text = pair[side];
  return (
    <div className="min-w-0">
      <p className={classNames("mb-1.5 text-sm font-semibold", side === "a" ? "text-before" : "text-after")}>
        {name}
      </p>
      <article
        aria-label={`${name}, with the words that the judge quoted`}
        {...REACHABLE}
        className={classNames(
          "sheet max-h-[50vh] overflow-y-auto border-t-3 px-5.5 py-4 font-serif text-output",
          side === "a" ? "border-t-before" : "border-t-after",
        )}
      >
        <MarkedText text={text} spans={text.length > MARKED_CHARS ? [] : quotes} />
      </article>
      <ul className="mt-2 flex flex-col gap-0.5 text-sm">
        {items.map((item) => (
          <ItemLine
            key={item.criterion}
            item={item}
            label={criteria.find(({ id }) => id === item.criterion)?.label ?? item.criterion}
          />
        ))}
      </ul>
    </div>
  );
}

const ANSWERS: Record<RubricItem["answer"], { glyph: string; word: string; look: string }> = {
  yes: { glyph: "✓", word: "yes", look: "text-good" },
  no: { glyph: "✕", word: "no", look: "text-bad" },
  undecided: { glyph: "?", word: "undecided", look: "text-soft" },
};

function ItemLine({ item, label }: { item: RubricItem; label: string }) {
  const { glyph, word, look } = ANSWERS[item.answer];
  const why = item.because === undefined ? item.reason : becauseWords(item.because);
  return (
    <li>
      <span aria-hidden className={classNames("inline-block w-4 font-bold", look)}>
        {glyph}
      </span>
      {label}: <b className="font-semibold">{word}</b>
      {item.quote !== undefined && " "}
      {item.quote !== undefined && <q className="font-serif">{item.quote.text}</q>}
      {why !== "" && <span className="text-soft"> · {why}</span>}
    </li>
  );
}

function labelOf({ criteria }: Answers, id: string): string {
  return criteria.find((one) => one.id === id)?.label ?? id;
}
