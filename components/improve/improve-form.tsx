"use client";

import { useMemo } from "react";
import { usePlayground } from "#components/playground/context.tsx";
import { ModelPicker } from "#components/playground/model-picker.tsx";
import { findModel, findProvider } from "#components/playground/sides.ts";
import { Button } from "#components/ui/button.tsx";
import { estimateImprovement } from "#lib/improving/estimate.ts";
import type { Prompt } from "#lib/prompt/schema.ts";
import type { ModelRef } from "#lib/providers/types.ts";
import { estimateWords } from "./improve-words.ts";

interface ImproveFormProps {
  prompt: Prompt;
  isEmpty: boolean;
  model: ModelRef;
  onModel: (model: ModelRef) => void;
  asking: boolean;
  again: boolean;
  /** Takes over what the rules recognise, without a model. */
  onRecognise: () => void;
  onAsk: () => void;
  onStop: () => void;
}

/** Which model, what it is likely to cost, and the one button that asks. */
export function ImproveForm(props: ImproveFormProps) {
  const { prompt, isEmpty, model, asking, again } = props;
  const demo = model.provider === "demo";
  return (
    <div className="mt-2.5 flex flex-col gap-2.5">
      <ModelPicker label="Improver" value={model} onChange={props.onModel} field="improver" />
      {demo && !asking ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-soft">
          <p className="min-w-0 flex-[1_1_14rem]">
            The demonstration is no language model and cannot improve a prompt. Pick a model, or let the rules
            recognise the parts that are in your words already.
          </p>
          <Button size="small" disabled={isEmpty} onClick={props.onRecognise}>
            Recognise parts
          </Button>
        </div>
      ) : (
        <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1.5">
          {/* One button throughout: whoever pressed it keeps the focus. */}
          <Button
            look={asking ? "quiet" : "primary"}
            disabled={isEmpty && !asking}
            onClick={asking ? props.onStop : props.onAsk}
          >
            {asking ? "Stop asking" : again ? "Ask again" : "Ask"}
          </Button>
          <span className="text-sm text-soft tabular-nums">
            {asking ? (
              "Waiting for the whole reply …"
            ) : isEmpty ? (
              EMPTY
            ) : (
              <Estimated prompt={prompt} model={model} />
            )}
          </span>
        </div>
      )}
    </div>
  );
}

const EMPTY = "Write in the Before prompt what you want, then ask.";

function Estimated({ prompt, model }: { prompt: Prompt; model: ModelRef }) {
  const providers = usePlayground((state) => state.listing.providers);
  const words = useMemo(() => {
    const free = findProvider(providers, model)?.source === "local";
    return estimateWords(estimateImprovement({ prompt, model: findModel(providers, model), free }));
  }, [prompt, providers, model]);
  return words;
}
