"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Example } from "#lib/prompt/schema.ts";
import { WritingBox } from "./writing-box.tsx";

interface ExampleRowProps {
  /** Counts from 0. */
  index: number;
  count: number;
  example: Example;
  onChange: (example: Example) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  field: string;
}

const BOX = "rounded-md border border-line px-2.5 py-1.5 font-serif text-lg";

/** One pair, and its place among the others. */
export function ExampleRow({ index, count, example, onChange, onMove, onRemove, field }: ExampleRowProps) {
  const name = `Example ${index + 1}`;
  return (
    <fieldset aria-label={`${name} of ${count}`} className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-center gap-0.5 text-xs text-soft">
        <span aria-hidden className="mr-auto">
          {index + 1}
        </span>
        {count > 1 && (
          <>
            <IconButton
              label={`Move example ${index + 1} up`}
              icon={<ArrowUp aria-hidden size={14} />}
              size="small"
              data-example={`up-${index}`}
              disabled={index === 0}
              onClick={() => onMove(index - 1)}
            />
            <IconButton
              label={`Move example ${index + 1} down`}
              icon={<ArrowDown aria-hidden size={14} />}
              size="small"
              data-example={`down-${index}`}
              disabled={index === count - 1}
              onClick={() => onMove(index + 1)}
            />
          </>
        )}
        <IconButton
          label={`Remove example ${index + 1}`}
          icon={<X aria-hidden size={14} />}
          size="small"
          onClick={onRemove}
        />
      </div>
      <div data-example={`input-${index}`}>
        <WritingBox
          label={`${name}, input`}
          value={example.input}
          onChange={(input) => onChange({ ...example, input })}
          placeholder="Input"
          field={`${field}.input`}
          className={BOX}
        />
      </div>
      <WritingBox
        label={`${name}, output`}
        value={example.output}
        onChange={(output) => onChange({ ...example, output })}
        placeholder="Output"
        field={`${field}.output`}
        className={BOX}
      />
    </fieldset>
  );
}
