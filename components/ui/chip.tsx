import { X } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type ChipTone = "neutral" | "cool" | "warm";

const TONES: Record<ChipTone, string> = {
  neutral: "bg-hair text-ink",
  cool: "bg-before-wash text-before",
  warm: "bg-after-wash text-after",
};

interface ChipProps {
  children: ReactNode;
  tone?: ChipTone;
  /** Shows a cross that is named `Remove …`. */
  onRemove?: () => void;
  /** What the cross removes, in words; needed with `onRemove`. */
  name?: string;
  className?: string;
}

export function Chip({ children, tone = "neutral", onRemove, name, className }: ChipProps) {
  return (
    <span
      className={classNames(
        "inline-flex max-w-full items-center rounded-sm text-sm font-medium",
        TONES[tone],
        className,
      )}
    >
      <span className="min-w-0 px-2 py-0.5 wrap-anywhere">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={`Remove ${name ?? ""}`.trim()}
          onClick={onRemove}
          className="-ml-1 inline-flex size-6 shrink-0 items-center justify-center rounded-sm hover:bg-ink/10 pointer-coarse:size-11"
        >
          <X aria-hidden size={13} />
        </button>
      )}
    </span>
  );
}
