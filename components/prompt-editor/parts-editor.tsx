"use client";

import { useState } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { PartsPrompt } from "#lib/prompt/schema.ts";
import { ConstraintsRow, type ConstraintTools } from "./constraints-row.tsx";
import { ExamplesEditor } from "./examples-editor.tsx";
import { itemsOf } from "./highlight.ts";
import { LabelledRow, PartRow } from "./part-row.tsx";
import { isPromised, type Remarks, remarksOn } from "./remarks.ts";
import type { SideTone } from "./tone.tsx";

interface PartsEditorProps {
  prompt: PartsPrompt;
  onChange: (prompt: PartsPrompt) => void;
  problemAt: (path: string) => string | undefined;
  /** Path of the prompt, such as `variants.1.prompt`. */
  field: string;
  tone: SideTone;
  constraints: ConstraintTools;
  remarks: Remarks;
}

type TextPart = "role" | "task" | "audience" | "opening" | "closing" | "format" | "extra";

const ABOVE = [
  ["role", "Role", "an expert nature poet"],
  ["task", "Task", "Write a poem about …"],
  ["audience", "Audience", "who will read it"],
] as const;

const BELOW = [
  ["opening", "Opening line", "the exact words to start with"],
  ["closing", "Closing", "what it ends on"],
] as const;

/** A prompt as a card: one row a part, and the rarer parts below a fold. */
export function PartsEditor(props: PartsEditorProps) {
  const { prompt, onChange, problemAt, field, tone, constraints, remarks } = props;
  const row = (part: TextPart, label: string, placeholder: string) => (
    <PartRow
      key={part}
      label={label}
      value={prompt[part]}
      onChange={(text) => onChange({ ...prompt, [part]: text })}
      placeholder={placeholder}
      problem={problemAt(part) ?? (part === "task" ? problemAt("") : undefined)}
      field={`${field}.${part}`}
      {...(part === "opening" || part === "closing"
        ? { promised: isPromised(remarks, part), remarks: remarksOn(remarks, part) }
        : {})}
    />
  );
  const more =
    prompt.format !== "" ||
    prompt.extra !== "" ||
    prompt.examples.length > 0 ||
    prompt.steps ||
    prompt.roleAsSystem;
  const rest = (
    <>
      {row("format", "Format", "a table, an e-mail, three paragraphs …")}
      <ExamplesEditor
        examples={prompt.examples}
        onChange={(examples) => onChange({ ...prompt, examples })}
        field={`${field}.examples`}
      />
      {row("extra", "Extra", "anything else the model should know")}
      <LabelledRow label="Ways">
        <div className="flex flex-col px-4 py-1.5 text-base">
          <Checkbox
            label="Think step by step"
            checked={prompt.steps}
            onChange={(event) => onChange({ ...prompt, steps: event.target.checked })}
          />
          <Checkbox
            label="Send the role as the system message"
            checked={prompt.roleAsSystem}
            onChange={(event) => onChange({ ...prompt, roleAsSystem: event.target.checked })}
          />
        </div>
      </LabelledRow>
    </>
  );
  return (
    <div className="py-1.5">
      {ABOVE.map(([part, label, placeholder]) => row(part, label, placeholder))}
      <ConstraintsRow
        constraints={prompt.constraints}
        onChange={(changed) => onChange({ ...prompt, constraints: changed })}
        tone={tone}
        tools={constraints}
        remarks={remarks}
        problem={problemAt("constraints")}
      />
      <ToneRow
        words={prompt.tone}
        onChange={(words) => onChange({ ...prompt, tone: words })}
        problem={problemAt("tone")}
        field={`${field}.tone`}
        tone={tone}
        promised={isPromised(remarks, "tone")}
      />
      {BELOW.map(([part, label, placeholder]) => row(part, label, placeholder))}
      {more ? (
        rest
      ) : (
        <Disclosure summary="More parts" className="px-3 pt-1">
          <div className="-mx-3 border-t border-hair">{rest}</div>
        </Disclosure>
      )}
    </div>
  );
}

interface ToneRowProps {
  words: readonly string[];
  onChange: (words: string[]) => void;
  problem?: string;
  field: string;
  tone: SideTone;
  promised: boolean;
}

/** A comma-separated list. What is being typed stays as typed, trailing comma and all, until the box is left. */
function ToneRow({ words, onChange, problem, field, tone, promised }: ToneRowProps) {
  const stored = words.join(", ");
  const [typed, setTyped] = useState<string | null>(null);
  const matches = typed !== null && itemsOf(typed).join(", ") === stored;
  return (
    <PartRow
      label="Tone"
      value={matches ? typed : stored}
      onChange={(text) => {
        setTyped(text);
        onChange(itemsOf(text));
      }}
      onBlur={() => setTyped(null)}
      placeholder="joyful, healing"
      problem={problem}
      field={field}
      list={tone}
      promised={promised}
    />
  );
}
