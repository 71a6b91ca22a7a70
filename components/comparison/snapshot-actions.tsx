import { GitFork } from "lucide-react";
import { CopyButton } from "#components/playground/copy-button.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { PrintButton } from "./print-button.tsx";

/** Fork opens a copy in the playground; nothing runs by itself. */
export function SharedActions({ id, link }: { id: string; link: string }) {
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <form action="/" method="get">
        <input type="hidden" name="from" value={id} />
        <button type="submit" className={buttonClass("primary")}>
          <GitFork aria-hidden size={15} />
          Fork
        </button>
      </form>
      <CopyButton text={link} label="Copy link" />
      <PrintButton />
    </div>
  );
}
