"use client";

import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { Pressed } from "#lib/judging/ballot.ts";

const BUTTONS: readonly { pressed: Pressed; wide: string; narrow: string; digit: string; keys: string }[] = [
  { pressed: "left", wide: "Left is better", narrow: "First is better", digit: "1", keys: "1 ArrowLeft" },
  { pressed: "right", wide: "Right is better", narrow: "Second is better", digit: "2", keys: "2 ArrowRight" },
  { pressed: "tie", wide: "Tie", narrow: "Tie", digit: "3", keys: "3" },
  { pressed: "both-bad", wide: "Both bad", narrow: "Both bad", digit: "4", keys: "4" },
];

/** The four answers to "which one is better". */
export function VoteButtons({ onVote }: { onVote: (pressed: Pressed) => void }) {
  return (
    <div className="grid w-full grid-cols-2 gap-3 md:grid-cols-4">
      {BUTTONS.map(({ pressed, wide, narrow, digit, keys }) => (
        <Button key={pressed} size="large" aria-keyshortcuts={keys} onClick={() => onVote(pressed)}>
          <span className="max-md:hidden">{wide}</span>
          <span className="md:hidden">{narrow}</span>
          <span className="max-md:hidden pointer-coarse:hidden">
            <Kbd>{digit}</Kbd>
          </span>
        </Button>
      ))}
    </div>
  );
}
