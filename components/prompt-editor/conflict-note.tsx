import { Info } from "lucide-react";
import { classNames } from "#components/ui/class-names.ts";

interface ConflictNoteProps {
  sentences: readonly string[];
  /** Read out when it changes, without interrupting. */
  announce?: boolean;
  className?: string;
}

/** Promises that contradict each other, said quietly: it is a remark, no error, and stops nothing. */
export function ConflictNote({ sentences, announce, className }: ConflictNoteProps) {
  if (sentences.length === 0 && !announce) return null;
  return (
    <div role={announce ? "status" : undefined} className={classNames("font-sans empty:hidden", className)}>
      {sentences.map((sentence) => (
        <p key={sentence} className="flex gap-1.5 py-0.5 text-sm text-soft">
          <Info aria-hidden size={14} className="mt-0.5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{sentence}</span>
        </p>
      ))}
    </div>
  );
}
