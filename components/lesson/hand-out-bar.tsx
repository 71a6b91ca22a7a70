import Link from "next/link";
import { PrintButton } from "#components/comparison/print-button.tsx";
import { buttonClass } from "#components/ui/button.tsx";

/** Above a hand-out on the screen; it is not printed. */
export function HandOutBar({ back }: { back: { href: string; label: string } }) {
  return (
    <div className="mb-6 flex flex-wrap items-center gap-2 border-b border-line pb-3 print:hidden">
      <Link href={back.href} prefetch={false} className={buttonClass("plain", "small")}>
        {back.label}
      </Link>
      <span className="mr-auto text-sm text-soft">A hand-out for paper.</span>
      <PrintButton />
    </div>
  );
}
