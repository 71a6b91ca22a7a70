"use client";

import { useState } from "react";
import { Button } from "./button.tsx";

interface ConfirmProps {
  /** For ears: what is asked about. */
  label: string;
  question: string;
  yes: string;
  no: string;
  onYes: () => Promise<void>;
  onNo: () => void;
}

/** Asks once more, in the place of the button that was pressed. */
export function Confirm({ label, question, yes, no, onYes, onNo }: ConfirmProps) {
  const [busy, setBusy] = useState(false);
  return (
    <fieldset aria-label={label} className="flex flex-wrap items-center gap-2">
      <span className="text-sm">{question}</span>
      <Button
        ref={focusAtOnce}
        disabled={busy}
        onClick={async () => {
          setBusy(true);
          await onYes();
          setBusy(false);
        }}
      >
        {yes}
      </Button>
      <Button look="plain" onClick={onNo}>
        {no}
      </Button>
    </fieldset>
  );
}

/** It replaces what had the focus. */
function focusAtOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}
