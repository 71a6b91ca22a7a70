"use client";

import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { TextPrompt } from "#lib/prompt/schema.ts";
import { WritingBox } from "./writing-box.tsx";

interface TextEditorProps {
  /** "Before prompt": the accessible name of the box. */
  name: string;
  prompt: TextPrompt;
  onChange: (prompt: TextPrompt) => void;
  problemAt: (path: string) => string | undefined;
  field: string;
}

/** A prompt as one box of prose, with a system message above it for those who want one. */
export function TextEditor({ name, prompt, onChange, problemAt, field }: TextEditorProps) {
  const systemId = useId();
  const [asked, setAsked] = useState(false);
  const withSystem = asked || (prompt.system ?? "") !== "";
  return (
    <div className="flex min-h-64 flex-1 flex-col">
      {withSystem && (
        <div className="border-b border-hair">
          <label htmlFor={systemId} className="block px-4.5 pt-3 text-sm text-soft">
            System message
          </label>
          <WritingBox
            id={systemId}
            value={prompt.system ?? ""}
            onChange={(system) => onChange({ ...prompt, system: system === "" ? undefined : system })}
            problem={problemAt("system")}
            field={`${field}.system`}
            className="px-4.5 pt-1 pb-3 font-serif text-lg"
          />
        </div>
      )}
      <div className="flex flex-1 flex-col [&>*]:flex-1">
        <WritingBox
          label={name}
          value={prompt.text}
          onChange={(text) => onChange({ ...prompt, text })}
          placeholder="Write what you would ask the model."
          problem={problemAt("text") ?? problemAt("")}
          field={field}
          className="min-h-44 px-4.5 py-4 font-serif text-prompt"
        />
      </div>
      {!withSystem && (
        <div className="px-2.5 pb-2">
          <Button look="plain" size="small" onClick={() => setAsked(true)}>
            Add a system message
          </Button>
        </div>
      )}
    </div>
  );
}
