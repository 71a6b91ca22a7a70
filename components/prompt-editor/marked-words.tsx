"use client";

import { createContext, type ReactNode, use, useState } from "react";

/** Words in one box of an editor that something beside it speaks of. */
export interface MarkedWords {
  /** The path of the box, as `data-field` has it. */
  field: string;
  /** In its text, UTF-16 code units. */
  start: number;
  end: number;
}

const Marked = createContext<MarkedWords | null>(null);
const SetMarked = createContext<(words: MarkedWords | null) => void>(() => undefined);

/** Around an editor and what stands beside it, so that the one can point into the other. */
export function MarkedWordsProvider({ children }: { children: ReactNode }) {
  const [marked, setMarked] = useState<MarkedWords | null>(null);
  return (
    <SetMarked value={setMarked}>
      <Marked value={marked}>{children}</Marked>
    </SetMarked>
  );
}

/** The words to be marked in this box, if any. */
export function useMarkedWords(field: string | undefined): MarkedWords | null {
  const marked = use(Marked);
  return marked !== null && marked.field === field ? marked : null;
}

export function useMarkWords(): (words: MarkedWords | null) => void {
  return use(SetMarked);
}
