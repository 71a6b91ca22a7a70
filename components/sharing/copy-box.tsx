"use client";

import type { ReactNode, Ref } from "react";
import { CopyButton } from "#components/playground/copy-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

interface CopyBoxProps {
  label: string;
  text: string;
  hint?: ReactNode;
  mono?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** A text to take away: it selects itself, and Copy stands beside it. */
export function CopyBox({ label, text, hint, mono = false, inputRef }: CopyBoxProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <span className="flex items-center gap-1">
          <TextInput
            {...control}
            ref={inputRef}
            readOnly
            value={text}
            onFocus={(event) => event.target.select()}
            className={mono ? "font-mono text-xs" : undefined}
          />
          <CopyButton text={text} />
        </span>
      )}
    </Field>
  );
}
