"use client";

import { Link2, Link2Off, SlidersHorizontal } from "lucide-react";
import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Select } from "#components/ui/select.tsx";
import { usePlayground } from "./context.tsx";
import { ModelPicker } from "./model-picker.tsx";
import { variantOf } from "./sides.ts";
import { SIDE_LABELS, SIDES, type Side } from "./state.ts";

const SAMPLES = [1, 3, 5, 10];

interface SpineProps {
  /** The settings panel, which stands below both editors. */
  settings: { id: string; open: boolean; toggle: () => void };
  className?: string;
}

/** What both sides share: the model, how many samples, the settings. */
export function Spine({ settings, className }: SpineProps) {
  const samplesId = useId();
  const samples = usePlayground((state) => state.comparison.settings.samples);
  const setSamples = usePlayground((state) => state.setSamples);
  const linked = usePlayground((state) => state.linked);
  const setLinked = usePlayground((state) => state.setLinked);
  const offered = SAMPLES.includes(samples) ? SAMPLES : [...SAMPLES, samples].sort((a, b) => a - b);
  return (
    <div className={classNames("flex flex-col gap-2", className)}>
      {linked ? (
        <SidePicker side={1} label="Model" />
      ) : (
        SIDES.map((side) => <SidePicker key={side} side={side} label={`${SIDE_LABELS[side]} model`} />)
      )}
      <div className="grid grid-cols-2 gap-2">
        <div className="relative">
          <label
            htmlFor={samplesId}
            className="pointer-events-none absolute inset-y-0 left-3 z-10 flex items-center text-soft"
          >
            Samples
          </label>
          <Select
            id={samplesId}
            value={samples}
            onChange={(event) => setSamples(Number(event.target.value))}
            className="[&>select]:pl-20 [&>select]:text-right [&>select]:font-semibold"
          >
            {offered.map((count) => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </Select>
        </div>
        <Button
          aria-expanded={settings.open}
          aria-controls={settings.open ? settings.id : undefined}
          onClick={settings.toggle}
        >
          <SlidersHorizontal aria-hidden size={14} className="text-soft" />
          Settings
        </Button>
      </div>
      <div className="text-center">
        <Button look="plain" size="small" onClick={() => setLinked(!linked)}>
          {linked ? <Link2 aria-hidden size={14} /> : <Link2Off aria-hidden size={14} />}
          {linked ? "Different models" : "One model for both"}
        </Button>
        {!linked && (
          <p className="mx-auto max-w-[36ch] text-xs text-soft">
            Now model and wording differ together: a difference in the answers can come from either.
          </p>
        )}
      </div>
    </div>
  );
}

function SidePicker({ side, label }: { side: Side; label: string }) {
  const model = usePlayground((state) => variantOf(state.comparison, side).model);
  const setModel = usePlayground((state) => state.setModel);
  const linked = usePlayground((state) => state.linked);
  const problem = usePlayground(
    ({ problems }) =>
      problems[`variants.${side}.model`] ?? (linked ? problems["variants.0.model"] : undefined),
  );
  return (
    <ModelPicker
      label={label}
      value={model}
      onChange={(chosen) => setModel(side, chosen)}
      problem={problem}
      field={linked ? "model" : `variants.${side}.model`}
    />
  );
}
