"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";

const SAID_MS = 1_600;

export function CopyButton({ text, label = "Copy" }: { text: string; label?: string }) {
  const [said, setSaid] = useState<"copied" | "failed" | null>(null);

  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("copied");
    } catch {
      setSaid("failed");
    }
  };
  return (
    <Button look="plain" size="small" onClick={copy}>
      {said === null ? label : said === "copied" ? "Copied" : "Not allowed"}
    </Button>
  );
}
