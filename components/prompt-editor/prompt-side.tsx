"use client";

import { type ReactNode, useId } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import type { Prompt } from "#lib/prompt/schema.ts";
import type { ConstraintTools } from "./constraints-row.tsx";
import { PartsEditor } from "./parts-editor.tsx";
import type { Remarks } from "./remarks.ts";
import { TextEditor } from "./text-editor.tsx";
import { type SideTone, TONE_DOT, TONE_RULE, TONE_TEXT } from "./tone.tsx";

export type PromptView = "text" | "parts" | "sent";

interface PromptSideProps {
  label: string;
  /** What the comparison calls this side besides; "" for nothing. */
  ownName?: string;
  tone: SideTone;
  prompt: Prompt;
  view: PromptView;
  onView: (view: PromptView) => void;
  onChange: (prompt: Prompt) => void;
  /** The sentence for a path below the prompt; an empty path is the prompt itself. */
  problemAt: (path: string) => string | undefined;
  field: string;
  constraints: ConstraintTools;
  remarks: Remarks;
  /** Shown above the editor: what a switch did. */
  note?: ReactNode;
  /** What will be sent, when that is looked at. */
  sent?: ReactNode;
  /** At the foot of the sheet, inside it. */
  foot?: ReactNode;
  /** Shown below the editor: what is said about the prompt. */
  below?: ReactNode;
  className?: string;
}

const VIEWS = [
  { value: "text", label: "Text" },
  { value: "parts", label: "Parts" },
  { value: "sent", label: "As sent" },
] as const;

/** One side of the comparison: its name, its three views, its editor. */
export function PromptSide(props: PromptSideProps) {
  const { label, tone, prompt, view, onChange, problemAt, field } = props;
  const headingId = useId();
  return (
    <fieldset aria-labelledby={headingId} className={classNames("flex min-w-0 flex-col", props.className)}>
      <div className="mb-2.5 flex min-h-8 items-center gap-2.5">
        <span aria-hidden className={classNames("size-2.25 rounded-full", TONE_DOT[tone])} />
        <h2 id={headingId} className={classNames("text-sm font-semibold", TONE_TEXT[tone])}>
          {label}
        </h2>
        {props.ownName && <span className="min-w-0 text-sm text-soft wrap-anywhere">{props.ownName}</span>}
        <Segmented
          label={`${label} view`}
          options={VIEWS}
          value={view}
          onChange={props.onView}
          className="ml-auto"
        />
      </div>
      <div className={classNames("sheet flex flex-1 flex-col border-t-3", TONE_RULE[tone])}>
        {props.note}
        {view === "sent" ? (
          props.sent
        ) : prompt.kind === "text" ? (
          <TextEditor
            name={`${label} prompt`}
            prompt={prompt}
            onChange={onChange}
            problemAt={problemAt}
            field={field}
          />
        ) : (
          <PartsEditor
            prompt={prompt}
            onChange={onChange}
            problemAt={problemAt}
            field={field}
            tone={tone}
            constraints={props.constraints}
            remarks={props.remarks}
          />
        )}
        {props.foot}
      </div>
      {props.below}
    </fieldset>
  );
}
