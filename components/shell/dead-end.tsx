import type { ReactNode } from "react";

interface DeadEndProps {
  title: string;
  /** What happened and what to do. */
  children: ReactNode;
  /** The way on. */
  action: ReactNode;
}

/** A page that could not be shown. */
export function DeadEnd({ title, children, action }: DeadEndProps) {
  return (
    <main id="main" tabIndex={-1} className="page py-16 outline-none sm:py-24">
      <div className="mx-auto max-w-xl">
        <h1 className="font-serif text-title">{title}</h1>
        <div className="mt-3 flex flex-col gap-2 text-soft">{children}</div>
        <div className="mt-6 flex flex-wrap gap-2">{action}</div>
      </div>
    </main>
  );
}
