"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Field, type FieldControl } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { Params } from "#lib/comparison/schema.ts";
import type { ParamName } from "#lib/providers/types.ts";
import { AnswerRuleField } from "./answer-rule-field.tsx";
import { usePlayground } from "./context.tsx";
import { findModel, variantOf } from "./sides.ts";
import { SIDE_LABELS, SIDES, type Side } from "./state.ts";

/** The parameters that the chosen model takes, and nothing else. An empty field leaves it to the provider. */
export function SettingsPanel({ id, className }: { id: string; className?: string }) {
  const linked = usePlayground((state) => state.linked);
  const reading = usePlayground((state) => state.reading);
  const setReading = usePlayground((state) => state.setReading);
  return (
    <section
      id={id}
      aria-label="Settings"
      className={classNames("sheet flex flex-col gap-4 px-5 py-4", className)}
    >
      {linked ? (
        <SideSettings side={1} />
      ) : (
        SIDES.map((side) => (
          <div key={side}>
            <h3 className="mb-2 text-sm font-semibold">{SIDE_LABELS[side]}</h3>
            <SideSettings side={side} />
          </div>
        ))
      )}
      <AnswerRuleField />
      <div className="flex flex-wrap gap-x-8">
        <Checkbox
          label="Scroll both answers together"
          checked={reading.together}
          onChange={(event) => setReading({ together: event.target.checked })}
        />
        <Checkbox
          label="Show answers only when complete"
          checked={reading.whenComplete}
          onChange={(event) => setReading({ whenComplete: event.target.checked })}
        />
      </div>
    </section>
  );
}

const ALL: readonly ParamName[] = ["maxTokens", "temperature", "topP", "seed", "stop", "reasoningEffort"];
const EFFORTS = ["minimal", "low", "medium", "high"] as const;

const NUMBERS = {
  maxTokens: { label: "Max tokens", min: 1, max: 1_000_000, step: 1 },
  temperature: { label: "Temperature", min: 0, max: 2, step: 0.1 },
  topP: { label: "Top P", min: 0.01, max: 1, step: 0.05 },
  seed: { label: "Seed", min: 0, max: 2_147_483_647, step: 1 },
} as const;

function SideSettings({ side }: { side: Side }) {
  const variant = usePlayground((state) => variantOf(state.comparison, side));
  const model = usePlayground((state) => findModel(state.listing.providers, variant.model));
  const setParams = usePlayground((state) => state.setParams);
  const linked = usePlayground((state) => state.linked);
  const problems = usePlayground((state) => state.problems);
  const problemAt = (name: string) =>
    problems[`variants.${side}.params.${name}`] ??
    (linked ? problems[`variants.0.params.${name}`] : undefined);
  const taken = model?.capabilities.params ?? ALL;
  const put = (change: Partial<Params>) => setParams(side, { ...variant.params, ...change });
  if (taken.length === 0) {
    return <p className="text-sm text-soft">This model takes no settings.</p>;
  }
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-x-4 gap-y-3">
      {taken.map((name) => (
        <Field key={name} label={labelOf(name)} error={problemAt(name)}>
          {(control) => <ParamInput name={name} params={variant.params} control={control} onChange={put} />}
        </Field>
      ))}
    </div>
  );
}

function labelOf(name: ParamName): string {
  if (name === "stop") return "Stop at";
  return name === "reasoningEffort" ? "Reasoning" : NUMBERS[name].label;
}

interface ParamInputProps {
  name: ParamName;
  params: Params;
  control: FieldControl;
  onChange: (change: Partial<Params>) => void;
}

function ParamInput({ name, params, control, onChange }: ParamInputProps) {
  switch (name) {
    case "reasoningEffort":
      return (
        <Select
          {...control}
          value={params.reasoningEffort ?? ""}
          onChange={(event) =>
            onChange({ reasoningEffort: EFFORTS.find((effort) => effort === event.target.value) })
          }
        >
          <option value="">model’s own</option>
          {EFFORTS.map((effort) => (
            <option key={effort} value={effort}>
              {effort}
            </option>
          ))}
        </Select>
      );
    case "stop":
      return (
        <TextInput
          {...control}
          value={params.stop?.[0] ?? ""}
          placeholder="words"
          onChange={(event) =>
            onChange({ stop: event.target.value === "" ? undefined : [event.target.value] })
          }
        />
      );
    default: {
      const { min, max, step } = NUMBERS[name];
      return (
        <TextInput
          {...control}
          type="number"
          min={min}
          max={max}
          step={step}
          value={params[name] ?? ""}
          placeholder="model’s own"
          onChange={(event) => {
            const number = event.target.valueAsNumber;
            onChange({ [name]: Number.isNaN(number) ? undefined : number });
          }}
        />
      );
    }
  }
}
