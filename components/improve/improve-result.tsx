"use client";

import Link from "next/link";
import type { Engine } from "#components/playground/engine.ts";
import { PlainText } from "#components/playground/plain-text.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Improvement, LeftOut } from "#lib/improving/improvement.ts";
import { outcomeWords, spentWords, unansweredWords, warningsOf } from "./improve-words.ts";
import { ProposalList } from "./proposal-list.tsx";
import type { ImproveState } from "./use-improvement.ts";

/** What came of asking: the parts, or what happened instead; what was left out; what it took. */
export function ImproveResult({
  asked,
  engine,
  stale,
}: {
  asked: ImproveState;
  engine: Engine;
  stale: boolean;
}) {
  const { phase, answer, problem } = asked;
  if (phase === "stopped") {
    return (
      <Notice className="mt-3" title="Stopped." announce="status">
        Nothing was changed.
      </Notice>
    );
  }
  if (problem !== null) {
    const keys = (
      <Link href="/keys" prefetch={false} className={buttonClass("quiet", "small")}>
        Keys
      </Link>
    );
    return (
      <Notice
        className="mt-3"
        tone="bad"
        announce="alert"
        title={unansweredWords(problem.code)}
        actions={problem.field === "model" ? keys : undefined}
      >
        {problem.message}
      </Notice>
    );
  }
  if (answer === null) return null;
  return <Answered answer={answer} engine={engine} stale={stale} />;
}

function Answered({ answer, engine, stale }: { answer: Improvement; engine: Engine; stale: boolean }) {
  const words = outcomeWords(answer);
  const warnings = [
    ...(stale ? ["The Before prompt has been edited since this was asked."] : []),
    ...warningsOf(answer),
  ];
  return (
    <div className="mt-3">
      {words !== null && (
        <Notice
          tone={answer.outcome === "nothing" ? "info" : "bad"}
          announce={answer.outcome === "nothing" ? "status" : "alert"}
          title={words.title}
        >
          {words.text}
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice className={words === null ? undefined : "mt-2"}>
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
      {answer.proposals.length > 0 && <ProposalList engine={engine} proposals={answer.proposals} />}
      {answer.leftOut.length > 0 && <LeftOutList leftOut={answer.leftOut} />}
      {answer.reply !== "" && (
        <Disclosure summary="What it wrote" className="mt-2">
          {/* Plain text, whatever is in it. */}
          <section
            aria-label="What it wrote"
            {...REACHABLE}
            className="mt-1 max-h-72 overflow-y-auto rounded-sm bg-hair px-3 py-2 font-mono text-sm"
          >
            <PlainText text={answer.reply} />
          </section>
        </Disclosure>
      )}
      <p className="mt-2.5 text-xs text-soft wrap-anywhere">{spentWords(answer)}</p>
    </div>
  );
}

/** It scrolls by itself: a keyboard has to get there. */
const REACHABLE = { tabIndex: 0 } as const;

function LeftOutList({ leftOut }: { leftOut: readonly LeftOut[] }) {
  return (
    <Disclosure summary={`Left out of the reply: ${leftOut.length}`} className="mt-2">
      <ul className="mt-1 grid gap-1.5 text-sm">
        {leftOut.map(({ name, text, why }) => (
          <li key={`${name} ${text} ${why}`} className="wrap-anywhere">
            <span className="font-semibold">{name}</span>
            {text !== "" && <span className="font-mono text-xs"> {text}</span>}
            <span className="text-soft"> {why}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
