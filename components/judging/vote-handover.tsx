"use client";

import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";

interface VoteHandoverProps {
  voter: number;
  onStart: () => void;
  onClose: () => void;
}

/** Between two people who share a device: nothing of what was voted is on the page. */
export function VoteHandover({ voter, onStart, onClose }: VoteHandoverProps) {
  const start = useRef<HTMLButtonElement>(null);
  useEffect(() => start.current?.focus(), []);
  return (
    <div data-voting>
      <h2 className="font-serif text-verdict max-md:text-[1.25rem]">Voter {voter}, it is your turn.</h2>
      <p className="mt-1.5 max-w-[64ch] text-soft">
        Pass the device on. The same answers come in another order and on other sides; the votes so far stay
        hidden.
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button ref={start} look="primary" onClick={onStart}>
          Start
        </Button>
        <Button look="plain" onClick={onClose}>
          Stop voting
        </Button>
      </div>
    </div>
  );
}
