"use client";

import { useState } from "react";
import { CheckDetail, type ShownAnswer } from "#components/contract/check-detail.tsx";
import { CheckForm } from "#components/contract/check-form.tsx";
import { type ContractRow, type EarlyResults, isLeftOut, resultOf } from "#components/contract/rows.ts";
import { PART_NAMES } from "#components/prompt-editor/part-names.ts";
import { Button } from "#components/ui/button.tsx";
import type { ContractCheck } from "#lib/comparison/derive.ts";
import { usePlayground } from "./context.tsx";
import type { PlaygroundState, Side } from "./state.ts";
import { useSamples } from "./use-samples.ts";
import { useShownComparison } from "./use-shown-comparison.ts";

/** What stands under an open row: what was found on each side, where the promise comes from, what can be done with it. */
export function OpenCheck({ row }: { row: ContractRow }) {
  const [editing, setEditing] = useState(false);
  const engine = usePlayground((state) => state.engine);
  const comparison = useShownComparison();
  const editCheck = usePlayground((state) => state.editCheck);
  const before = useShownAnswer(0, row.id);
  const after = useShownAnswer(1, row.id);
  const check = engine?.allChecks(comparison).find(({ id }) => id === row.id);
  const own = check !== undefined && comparison.checks.some(({ id }) => id === row.id);
  if (editing && own) {
    const close = () => {
      setEditing(false);
      focusRow(row.id);
    };
    return (
      <CheckForm
        initial={check}
        onCancel={close}
        onDone={(edited) => {
          void editCheck(row.id, edited);
          close();
        }}
      />
    );
  }
  return (
    <CheckDetail
      row={row}
      before={before}
      after={after}
      source={sourceWords(check)}
      actions={<CheckActions row={row} own={own} onEdit={() => setEditing(true)} />}
    />
  );
}

interface CheckActionsProps {
  row: ContractRow;
  own: boolean;
  onEdit: () => void;
}

function CheckActions({ row, own, onEdit }: CheckActionsProps) {
  const switchCheck = usePlayground((state) => state.switchCheck);
  const deleteCheck = usePlayground((state) => state.deleteCheck);
  return (
    <>
      <Button look="plain" size="small" onClick={() => void switchCheck(row.id, !row.off)}>
        {row.off ? "Switch on" : "Switch off"}
      </Button>
      {own && (
        <>
          <Button look="plain" size="small" onClick={onEdit}>
            Edit
          </Button>
          <Button
            look="plain"
            size="small"
            onClick={() => {
              focusNeighbour(row.id);
              void deleteCheck(row.id);
            }}
          >
            Delete
          </Button>
        </>
      )}
    </>
  );
}

/** The answer that a side shows; null before a run. */
function useShownAnswer(side: Side, check: string): ShownAnswer | null {
  const samples = useSamples(side);
  const shown = usePlayground((state) => state.shown[side]);
  const early = usePlayground((state) => state.early);
  const phase = usePlayground((state) => state.run?.phase);
  return shownAnswer(samples, shown, check, early, phase ?? "over");
}

function shownAnswer(
  samples: ReturnType<typeof useSamples>,
  shown: number,
  check: string,
  early: EarlyResults,
  phase: NonNullable<PlaygroundState["run"]>["phase"],
): ShownAnswer | null {
  const sample = samples[shown];
  if (sample === undefined) return null;
  const lost = phase === "over" && (sample.phase === "writing" || sample.phase === "waiting");
  return {
    name: `sample ${shown + 1} of ${samples.length}`,
    text: sample.text,
    result: resultOf(sample, check, early),
    standing: isLeftOut(sample) || lost ? "left-out" : standingOf(sample.phase),
  };
}

function standingOf(phase: ReturnType<typeof useSamples>[number]["phase"]): ShownAnswer["standing"] {
  return phase === "waiting" || phase === "writing" ? phase : "ended";
}

function sourceWords(check: ContractCheck | undefined): string {
  if (check === undefined) return "";
  if (!("source" in check))
    return "A check of your own: it is in no prompt, and both sides are held against it.";
  return `Promised by the After prompt: ${PART_NAMES[check.source.part].toLowerCase()}.`;
}

function rowButtons(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-check]")];
}

function focusRow(id: string): void {
  rowButtons()
    .find(({ dataset }) => dataset.check === id)
    ?.focus();
}

/** The row goes; the focus stays in the contract. */
function focusNeighbour(id: string): void {
  const rows = rowButtons();
  const at = rows.findIndex(({ dataset }) => dataset.check === id);
  (rows[at - 1] ?? rows[at + 1])?.focus();
}
