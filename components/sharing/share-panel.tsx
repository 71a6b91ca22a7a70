"use client";

import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Notice } from "#components/ui/notice.tsx";
import { newId } from "#lib/base/ids.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { LINK_DAYS } from "#lib/sharing/share-request.ts";
import { FragmentLink } from "./fragment-link.tsx";
import { MadeLink } from "./made-link.tsx";
import { type ShareChoice, ShareChoices } from "./share-choices.tsx";
import { createShare, type MadeShare } from "./share-client.ts";
import { SharePreview } from "./share-preview.tsx";
import { type Shareable, useShareable } from "./use-shareable.ts";

interface SharePanelProps {
  id: string;
  onClose: () => void;
  className?: string;
}

/** What becomes public is read here first; it does when a link is created, and not before. */
export function SharePanel({ id, onClose, className }: SharePanelProps) {
  const shareable = useShareable();
  const [choice, setChoice] = useState<ShareChoice>({ withAnswers: true, days: LINK_DAYS });
  const [made, setMade] = useState<MadeShare | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useKey(shareable, choice);
  const withAnswers = choice.withAnswers && shareable.answered !== null;
  const shown = (withAnswers ? shareable.answered?.comparison : undefined) ?? shareable.written;

  const create = async () => {
    setBusy(true);
    const answer = await createShare({
      shareable,
      withAnswers,
      expiresInDays: choice.days,
      key: key.take(),
    });
    setBusy(false);
    setProblem(answer.ok ? null : answer.message);
    if (!answer.ok) return;
    key.renew();
    setMade(answer.value);
  };
  return (
    <section
      id={id}
      aria-label="Share"
      className={classNames("sheet px-5 py-4 max-md:px-4", className)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // A run goes on: this Esc closes the panel and stops nothing.
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="flex items-baseline gap-3">
        <p className="min-w-0 flex-1 text-soft">
          A page that anyone with its link can read, fork and embed. It stays as it is now, and you can take
          it back.
        </p>
        <Button look="plain" size="small" onClick={onClose}>
          Close
        </Button>
      </div>
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-6 md:grid-cols-2">
        <div>
          <ShareChoices
            choice={choice}
            onChoice={setChoice}
            hasAnswers={shareable.answered !== null}
            hasEdits={withAnswers && !samePrompts(shown, shareable.written)}
          />
          <SharePreview comparison={shown} samples={withAnswers ? (shareable.answered?.samples ?? []) : []} />
        </div>
        <div className="flex flex-col gap-6">
          <div className="flex flex-col gap-3">
            {made !== null && <MadeLink key={made.id} made={made} />}
            {problem !== null && (
              <Notice tone="bad" announce="alert">
                {problem}
              </Notice>
            )}
            <div>
              <Button
                look={made === null ? "primary" : "quiet"}
                disabled={busy}
                onClick={() => void create()}
              >
                {made === null ? "Create link" : "Create another link"}
              </Button>
            </div>
          </div>
          <FragmentLink comparison={shareable.written} />
        </div>
      </div>
    </section>
  );
}

/** A run has a copy of what was written; only its words count. */
function samePrompts(one: Comparison, other: Comparison): boolean {
  const wordsOf = ({ variants, cases }: Comparison) =>
    JSON.stringify([variants.map(({ id, prompt, model }) => [id, prompt, model]), cases]);
  return one === other || wordsOf(one) === wordsOf(other);
}

/** One key for one wish: a second try after a lost answer finds the link that the first one made. */
function useKey(shareable: Shareable, choice: ShareChoice): { take(): string; renew(): void } {
  const kept = useRef<{ wish: readonly unknown[]; key: string } | null>(null);
  return {
    take() {
      const wish = [shareable.written, shareable.answered, choice];
      const same = kept.current?.wish.every((part, index) => part === wish[index]) ?? false;
      if (kept.current === null || !same) kept.current = { wish, key: newId("req") };
      return kept.current.key;
    },
    renew() {
      kept.current = null;
    },
  };
}
