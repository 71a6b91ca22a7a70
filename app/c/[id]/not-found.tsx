import type { Metadata } from "next";
import Link from "next/link";
import { DeadEnd } from "#components/shell/dead-end.tsx";
import { buttonClass } from "#components/ui/button.tsx";

export const metadata: Metadata = { title: "No such comparison", robots: { index: false, follow: false } };

export default function LinkGone() {
  return (
    <DeadEnd
      title="This comparison is not here"
      action={
        <Link href="/" prefetch={false} className={buttonClass("primary")}>
          To the playground
        </Link>
      }
    >
      <p>The link was taken back, has expired, or was mistyped. Nothing of it is kept here any more.</p>
      <p>Whoever sent it to you can make a new one.</p>
    </DeadEnd>
  );
}
