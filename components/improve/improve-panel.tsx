"use client";

import { useEffect, useRef, useState } from "react";
import { usePlayground } from "#components/playground/context.tsx";
import type { Engine } from "#components/playground/engine.ts";
import { variantOf } from "#components/playground/sides.ts";
import { Button } from "#components/ui/button.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Proposal } from "#lib/improving/improvement.ts";
import type { ModelRef } from "#lib/providers/types.ts";
import { ImproveForm } from "./improve-form.tsx";
import { ImproveResult } from "./improve-result.tsx";
import { ProposalList } from "./proposal-list.tsx";
import { recognised } from "./recognised.ts";
import { type ImprovePhase, useImprovement } from "./use-improvement.ts";

/** A model's proposal for a better prompt, part by part. Opening it asks nothing; accepting is up to the person. */
export function ImprovePanel({ onClose }: { onClose: () => void }) {
  const engine = usePlayground((state) => state.engine);
  const loadEngine = usePlayground((state) => state.loadEngine);
  const loadModels = usePlayground((state) => state.loadModels);
  const listing = usePlayground((state) => state.listing.state);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    void loadEngine();
    if (listing === "unread") void loadModels();
  }, [loadEngine, listing, loadModels]);
  return (
    <section aria-label="Improve" className="px-4.5 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 ref={heading} tabIndex={-1} className="font-semibold outline-none">
          Improve with a model
        </h3>
        <Button look="plain" size="small" className="-mr-2" onClick={onClose}>
          Close
        </Button>
      </div>
      <p className="text-sm text-soft">
        It reads this prompt and proposes parts for After. Nothing changes until you accept it.
      </p>
      {engine === null ? <Spinner className="mt-3" /> : <Improve engine={engine} />}
    </section>
  );
}

function Improve({ engine }: { engine: Engine }) {
  const before = usePlayground((state) => variantOf(state.comparison, 0));
  const [picked, setPicked] = useState<ModelRef | null>(null);
  const [found, setFound] = useState<readonly Proposal[] | null>(null);
  const asked = useImprovement();
  const model = picked ?? before.model;
  return (
    <>
      <ImproveForm
        prompt={before.prompt}
        isEmpty={engine.isEmptyPrompt(before.prompt)}
        model={model}
        onModel={setPicked}
        asking={asked.phase === "asking"}
        again={asked.answer !== null}
        onRecognise={() => {
          asked.clear();
          setFound(recognised(engine, before.prompt));
        }}
        onAsk={() => {
          setFound(null);
          void asked.ask(before.prompt, model);
        }}
        onStop={asked.stop}
      />
      <p role="status" className="sr-only">
        {STATUS[asked.phase]}
      </p>
      {found === null ? (
        <ImproveResult
          asked={asked}
          engine={engine}
          stale={asked.about !== null && asked.about !== before.prompt}
        />
      ) : (
        <>
          <p className="mt-3 text-sm">
            Recognised by rules in what you wrote. No model was asked, and it cost nothing.
          </p>
          <ProposalList engine={engine} proposals={found} />
        </>
      )}
    </>
  );
}

const STATUS: Record<ImprovePhase, string> = {
  idle: "",
  asking: "Asking the model.",
  answered: "The model has answered.",
  stopped: "",
  failed: "",
};
