"use client";

import { KeyRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";

const KEYS_PAGE = "/keys";

/** A form, so that it works before the page's script has arrived. */
export function KeysButton() {
  const router = useRouter();
  return (
    <form
      action={KEYS_PAGE}
      onSubmit={(event) => {
        event.preventDefault();
        router.push(KEYS_PAGE);
      }}
    >
      <Button type="submit" className="max-sm:px-2.5 max-sm:pointer-coarse:min-w-11">
        <KeyRound aria-hidden size={15} />
        <span className="max-sm:sr-only">Keys</span>
      </Button>
    </form>
  );
}
