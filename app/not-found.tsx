import type { Metadata } from "next";
import Link from "next/link";
import { DeadEnd } from "#components/shell/dead-end.tsx";
import { buttonClass } from "#components/ui/button.tsx";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <DeadEnd
      title="There is no page here"
      action={
        <Link href="/" prefetch={false} className={buttonClass("primary")}>
          To the playground
        </Link>
      }
    >
      <p>The address may be mistyped, or what it led to is gone.</p>
    </DeadEnd>
  );
}
