"use client";

import { Share2 } from "lucide-react";
import { useOpener } from "#components/judging/use-opener.ts";
import { Button } from "#components/ui/button.tsx";

interface ShareButtonProps {
  open: boolean;
  onOpen: (open: boolean) => void;
  panelId: string;
}

/** Opens the panel below it. What it shows becomes public only when a link is created there. */
export function ShareButton({ open, onOpen, panelId }: ShareButtonProps) {
  const opener = useOpener(open);
  return (
    <Button
      ref={opener}
      size="small"
      aria-expanded={open}
      aria-controls={open ? panelId : undefined}
      onClick={() => onOpen(!open)}
    >
      <Share2 aria-hidden size={14} className="text-soft" />
      Share
    </Button>
  );
}
