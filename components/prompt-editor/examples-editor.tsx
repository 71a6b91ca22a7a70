"use client";

import { Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import type { Example } from "#lib/prompt/schema.ts";
import { LabelledRow } from "./part-row.tsx";
import { WritingBox } from "./writing-box.tsx";

interface ExamplesEditorProps {
  examples: readonly Example[];
  onChange: (examples: Example[]) => void;
  field: string;
}

const MAX_EXAMPLES = 20;
const BOX = "rounded-md border border-line px-2.5 py-1.5 font-serif text-lg";

/** Few-shot examples: what comes in, what should come out. */
export function ExamplesEditor({ examples, onChange, field }: ExamplesEditorProps) {
  const put = (index: number, change: Partial<Example>) =>
    onChange(examples.map((example, at) => (at === index ? { ...example, ...change } : example)));
  const rows = examples.map((example, index) => ({ example, index, key: `example-${index}` }));
  return (
    <LabelledRow label="Examples">
      <div className="flex flex-col gap-2 px-4 py-1.75">
        {rows.map(({ example, index, key }) => (
          <div key={key} className="flex flex-col gap-1.5">
            <WritingBox
              label={`Example ${index + 1}, input`}
              value={example.input}
              onChange={(input) => put(index, { input })}
              placeholder="Input"
              field={`${field}.${index}.input`}
              className={BOX}
            />
            <WritingBox
              label={`Example ${index + 1}, output`}
              value={example.output}
              onChange={(output) => put(index, { output })}
              placeholder="Output"
              field={`${field}.${index}.output`}
              className={BOX}
            />
            <Button
              look="plain"
              size="small"
              className="self-end"
              onClick={() => onChange(examples.filter((_, at) => at !== index))}
            >
              Remove example {index + 1}
            </Button>
          </div>
        ))}
        {examples.length < MAX_EXAMPLES && (
          <Button
            look="plain"
            size="small"
            className="self-start border-dashed border-control"
            onClick={() => onChange([...examples, { input: "", output: "" }])}
          >
            <Plus aria-hidden size={13} />
            Add example
          </Button>
        )}
      </div>
    </LabelledRow>
  );
}
