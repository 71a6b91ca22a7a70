"use client";

import { type Ref, useId } from "react";
import { classNames } from "#components/ui/class-names.ts";
import {
  HIGHLIGHT_CHARS,
  itemSegments,
  markedSegments,
  type Segment,
  variableSegments,
} from "./highlight.ts";
import { useMarkedWords } from "./marked-words.tsx";
import type { SideTone } from "./tone.tsx";
import { useAlive } from "./use-alive.ts";

interface WritingBoxProps {
  id?: string;
  /** The accessible name where no visible label has `id` as its target. */
  label?: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  /** What is wrong with it, said below. */
  problem?: string;
  /** Colours the items of a comma-separated list instead of variables. */
  list?: SideTone;
  /** Path of the field, so that a problem can bring the focus here. */
  field?: string;
  /** Font and padding, shared by the text and the layer behind it. */
  className?: string;
  boxRef?: Ref<HTMLTextAreaElement>;
}

/**
 * A text box that grows with its text. A layer behind it holds the same text and gives it its height and its
 * colours. Until the page answers the box is read-only, so that nothing is typed into the void.
 */
export function WritingBox(props: WritingBoxProps) {
  const { value, list, problem, className } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const alive = useAlive();
  const marked = useMarkedWords(props.field);
  const long = value.length > HIGHLIGHT_CHARS;
  const problemId = `${id}-problem`;
  const text = classNames(
    "col-start-1 row-start-1 w-full written whitespace-pre-wrap wrap-anywhere",
    className,
  );
  return (
    <div className="flex min-w-0 flex-col">
      <div className={classNames("grid flex-1", !long && "max-h-[30rem] overflow-y-auto")}>
        {!long && (
          <div aria-hidden className={classNames(text, "pointer-events-none text-transparent select-none")}>
            {markedSegments(list === undefined ? variableSegments(value) : itemSegments(value), marked).map(
              (segment) => (
                <span key={segment.start} className={segmentClass(segment, list)}>
                  {segment.text}
                </span>
              ),
            )}
            {"\u200b"}
          </div>
        )}
        <textarea
          ref={props.boxRef}
          id={id}
          value={value}
          readOnly={!alive}
          rows={1}
          data-field={props.field}
          aria-label={props.label}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? undefined : problemId}
          placeholder={props.placeholder}
          onChange={(event) => props.onChange(event.target.value)}
          onBlur={props.onBlur}
          className={classNames(
            text,
            "relative block resize-none rounded-md bg-transparent outline-offset-[-2px]",
            long ? "h-[28rem] overflow-y-auto" : "h-full overflow-hidden",
          )}
        />
      </div>
      {problem !== undefined && (
        <p id={problemId} className="px-4 pb-2 font-sans text-sm text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}

function segmentClass({ kind, marked }: Segment, list: SideTone | undefined): string | undefined {
  if (marked) return "rounded-[3px] bg-mark box-decoration-clone ring-2 ring-mark";
  switch (kind) {
    case "plain":
      return undefined;
    case "variable":
      return "rounded-[3px] bg-mark box-decoration-clone";
    case "item":
      return classNames(
        "rounded-[4px] box-decoration-clone ring-3",
        list === "cool" ? "bg-before-wash ring-before-wash" : "bg-after-wash ring-after-wash",
      );
  }
}
