import type { ReactNode } from "react";

interface InvitationProps {
  heading: string;
  /** What it is, in one or two sentences. */
  children: ReactNode;
  actions: ReactNode;
}

/** A closed panel: what it does, and the button that opens it. */
export function Invitation({ heading, children, actions }: InvitationProps) {
  return (
    <>
      <h2 className="text-lg font-semibold">{heading}</h2>
      <div className="mt-1 flex max-w-[64ch] flex-col gap-2 text-soft">{children}</div>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">{actions}</div>
    </>
  );
}
