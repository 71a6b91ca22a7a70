"use client";

import { RotateCcw } from "lucide-react";
import Link from "next/link";
import { Button, buttonClass } from "#components/ui/button.tsx";
import type { Standing } from "./endings.ts";
import { SampleMark } from "./sample-mark.tsx";

interface SampleNoteProps {
  standing: Standing;
  code: string | undefined;
  /** Absent while a run is going on. */
  onRetry?: () => void;
}

const KEY_CODES = new Set(["wrong-key", "no-key", "no-credit", "forbidden"]);

/** How a sample ended, when that needs saying, and what can be done about it. */
export function SampleNote({ standing, code, onRetry }: SampleNoteProps) {
  if (standing.note === null) return null;
  return (
    <div className="mt-3 flex font-sans first:mt-0 flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-hair px-3 py-2 text-sm">
      <span className="flex min-w-0 flex-[1_1_14rem] items-start gap-2">
        <span className="flex h-[1.45em] items-center">
          <SampleMark mark={standing.mark} />
        </span>
        <span className="min-w-0 wrap-anywhere">
          <b className="font-semibold">{capital(standing.word)}.</b> {standing.note}
        </span>
      </span>
      {code !== undefined && KEY_CODES.has(code) && (
        <Link href="/keys" prefetch={false} className={buttonClass("quiet", "small")}>
          Keys
        </Link>
      )}
      {standing.retry && onRetry !== undefined && (
        <Button size="small" onClick={onRetry}>
          <RotateCcw aria-hidden size={13} />
          Try this one again
        </Button>
      )}
    </div>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
