"use client";

import { Button } from "#components/ui/button.tsx";

export function PrintButton() {
  return (
    <Button look="plain" size="small" onClick={() => print()}>
      Print
    </Button>
  );
}
