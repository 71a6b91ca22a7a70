"use client";

import { useId, useState } from "react";
import { usePlayground } from "#components/playground/context.tsx";
import { CopyButton } from "#components/playground/copy-button.tsx";
import { variantOf } from "#components/playground/sides.ts";
import { SIDE_LABELS, SIDES, type Side } from "#components/playground/state.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import type { Variant } from "#lib/comparison/schema.ts";
import { providerRow } from "#lib/providers/catalogue.ts";
import { callOf } from "#lib/sharing/code/call.ts";
import { codeOf } from "#lib/sharing/code/registry.ts";
import { PanelHead } from "./panel-head.tsx";
import type { FileDesk } from "./use-files.ts";

/** For the demo, which has no service behind it: the two kinds of service that there is code for. */
const INSTEAD = ["openai", "anthropic"] as const;
type Instead = (typeof INSTEAD)[number];

/** The call of one side as code: the messages and settings that a run sends, the key read from the environment. */
export function CodePanel({ files }: { files: FileDesk }) {
  const noteId = useId();
  const [side, setSide] = useState<Side>(1);
  const [instead, setInstead] = useState<Instead>("openai");
  const [language, setLanguage] = useState("curl");
  const variant = usePlayground((state) => variantOf(state.comparison, side));
  const values = usePlayground((state) => state.comparison.cases[0]?.values);
  const isDemo = providerRow(variant.model.provider)?.protocol === "demo";
  const call = callOf(isDemo ? onService(variant, instead) : variant, values ?? {});
  if (call === null) return <PanelHead files={files}>There is no code for this model.</PanelHead>;
  const samples = codeOf(call);
  const shown = samples.find(({ label }) => label === language) ?? samples[0];
  return (
    <>
      <PanelHead files={files}>
        The same call that a run makes: its messages, its settings. The key is read from {call.keyVariable}.
      </PanelHead>
      <div className="mt-3 flex flex-wrap gap-x-5 gap-y-2">
        <Segmented
          label="Side"
          value={String(side)}
          onChange={(value) => setSide(value === "0" ? 0 : 1)}
          options={SIDES.map((each) => ({ value: String(each), label: SIDE_LABELS[each] }))}
        />
        {isDemo && (
          <Segmented
            label="Service"
            value={instead}
            onChange={setInstead}
            options={INSTEAD.map((id) => ({ value: id, label: providerRow(id)?.label ?? id }))}
          />
        )}
        <Segmented
          label="Language"
          value={shown?.label ?? ""}
          onChange={setLanguage}
          options={samples.map(({ label }) => ({ value: label, label }))}
        />
      </div>
      <div id={noteId} className="mt-2 flex flex-col gap-1 text-sm text-soft">
        <p>{shown?.needs}</p>
        {isDemo && (
          <p>
            The demo is no model, so this is for {call.body.model}. Choose a model of your own to get its
            code.
          </p>
        )}
        {call.missing.length > 0 && (
          <p>
            Still without a value, and sent as written: {call.missing.map((name) => `{{${name}}}`).join(", ")}
            .
          </p>
        )}
      </div>
      <div className="mt-3 rounded-md border border-line bg-paper">
        <div className="flex justify-end border-b border-line px-1.5 py-1">
          <CopyButton text={shown?.code ?? ""} label="Copy code" />
        </div>
        <textarea
          readOnly
          aria-label="Code"
          aria-describedby={noteId}
          value={shown?.code}
          rows={Math.min(24, (shown?.code.split("\n").length ?? 1) + 1)}
          wrap="off"
          spellCheck={false}
          className="block w-full resize-y rounded-b-md bg-transparent px-4 py-3 font-mono text-sm"
        />
      </div>
    </>
  );
}

function onService(variant: Variant, provider: Instead): Variant {
  const model = providerRow(provider)?.fallbackModels?.[0] ?? "";
  return { ...variant, model: { provider, model } };
}
