"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { CoachNote } from "#lib/prompt/coach/coach.ts";

interface NoteRowProps {
  note: CoachNote;
  /** The pointer or the focus has come, or left. */
  onLook: (looking: boolean) => void;
  onApply: () => void;
  onDismiss: () => void;
}

/** One remark on one line: what it says, the reason behind a fold, the change where there is one. */
export function NoteRow({ note, onLook, onApply, onDismiss }: NoteRowProps) {
  const { rule, message, fix } = note;
  const messageId = useId();
  return (
    <li
      className="flex flex-wrap items-start gap-x-1"
      onPointerEnter={() => onLook(true)}
      onPointerLeave={() => onLook(false)}
      onFocus={() => onLook(true)}
      onBlur={() => onLook(false)}
    >
      <Disclosure
        summary={
          <span id={messageId} className="min-w-0 py-1 wrap-anywhere">
            {message}
          </span>
        }
        className="min-w-0 flex-[1_1_14rem] [&>summary]:flex [&>summary]:items-start [&>summary>svg]:mt-1.5"
      >
        <div className="flex flex-col gap-1.5 pb-2 pl-5.25 text-sm">
          <p>{rule.why}</p>
          <p className="text-soft">
            <span className="font-semibold">For example:</span>{" "}
            <span className="font-serif whitespace-pre-line">{rule.example.after}</span>
          </p>
          <p>
            <Link
              href={`/coach#${rule.id}`}
              prefetch={false}
              className="inline-flex min-h-6 items-center text-soft underline underline-offset-3 hover:text-ink"
            >
              {rule.title}: where this comes from
            </Link>
          </p>
        </div>
      </Disclosure>
      <span className="ml-auto flex items-center">
        {fix !== undefined && (
          <Button
            look="plain"
            size="small"
            aria-describedby={messageId}
            onClick={onApply}
            className="text-ink underline underline-offset-3"
          >
            {fix.label}
          </Button>
        )}
        <IconButton
          label={`Dismiss: ${rule.title}`}
          icon={<X aria-hidden size={14} />}
          size="small"
          onClick={onDismiss}
        />
      </span>
    </li>
  );
}
