"use client";

import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { MAX_EXAMPLES } from "#lib/base/limits.ts";
import type { Example } from "#lib/prompt/schema.ts";
import { ExampleRow } from "./example-row.tsx";
import { LabelledRow } from "./part-row.tsx";

interface ExamplesEditorProps {
  examples: readonly Example[];
  onChange: (examples: Example[]) => void;
  field: string;
}

/** Where the focus goes once an edit of the list is drawn. */
type FocusWish = { at: number; what: "input" | "up" | "down" } | "add";

/** Few-shot examples in the order in which they are sent: what comes in, what should come out. */
export function ExamplesEditor({ examples, onChange, field }: ExamplesEditorProps) {
  const list = useRef<HTMLDivElement>(null);
  const [wish, setWish] = useState<FocusWish | null>(null);
  const [said, setSaid] = useState("");
  const rows = examples.map((example, index) => ({ example, index, key: `example-${index}` }));
  const full = examples.length >= MAX_EXAMPLES;

  const edit = (next: Example[], focus: FocusWish, says: string) => {
    setWish(focus);
    setSaid(says);
    onChange(next);
  };
  const move = (from: number, to: number) => {
    const next = [...examples];
    next.splice(to, 0, ...next.splice(from, 1));
    const edge = to === 0 ? "down" : to === examples.length - 1 ? "up" : to < from ? "up" : "down";
    edit(next, { at: to, what: edge }, `Example ${from + 1} is now example ${to + 1} of ${examples.length}.`);
  };
  const remove = (at: number) => {
    const next = examples.filter((_, index) => index !== at);
    const focus: FocusWish = next.length === 0 ? "add" : { at: Math.min(at, next.length - 1), what: "input" };
    edit(next, focus, `Example ${at + 1} removed, ${next.length} left.`);
  };

  // After the list is drawn with its new order, the focus follows what was moved.
  useEffect(() => {
    if (wish === null || list.current === null) return;
    const name = wish === "add" ? "add" : `${wish.what}-${wish.at}`;
    const inside = wish !== "add" && wish.what === "input" ? " textarea" : "";
    list.current.querySelector<HTMLElement>(`[data-example="${name}"]${inside}`)?.focus();
  }, [wish]);

  return (
    <LabelledRow label="Examples">
      <div ref={list} className="flex flex-col gap-2.5 px-4 py-1.75">
        {rows.map(({ example, index, key }) => (
          <ExampleRow
            key={key}
            index={index}
            count={examples.length}
            example={example}
            onChange={(changed) => onChange(examples.map((old, at) => (at === index ? changed : old)))}
            onMove={(to) => move(index, to)}
            onRemove={() => remove(index)}
            field={`${field}.${index}`}
          />
        ))}
        {full ? (
          <p className="text-sm text-soft">{MAX_EXAMPLES} examples are the most a prompt takes.</p>
        ) : (
          <Button
            look="plain"
            size="small"
            data-example="add"
            className="self-start border-dashed border-control"
            onClick={() =>
              edit(
                [...examples, { input: "", output: "" }],
                { at: examples.length, what: "input" },
                `Example ${examples.length + 1} added.`,
              )
            }
          >
            <Plus aria-hidden size={13} />
            Add example
          </Button>
        )}
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
    </LabelledRow>
  );
}
