import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type NoticeTone = "info" | "good" | "bad";

const ICONS: Record<NoticeTone, ReactNode> = {
  info: <Info aria-hidden size={17} className="mt-0.5 shrink-0 text-soft" />,
  good: <CircleCheck aria-hidden size={17} className="mt-0.5 shrink-0 text-good" />,
  bad: <CircleAlert aria-hidden size={17} className="mt-0.5 shrink-0 text-bad" />,
};

interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons or links that answer what is said. */
  actions?: ReactNode;
  /** `alert` interrupts, `status` waits its turn; without it nothing is read out by itself. */
  announce?: "alert" | "status";
  className?: string;
}

/** A panel in the flow of the page: what happened and what to do. */
export function Notice({ tone = "info", title, children, actions, announce, className }: NoticeProps) {
  return (
    <div
      role={announce}
      className={classNames(
        "flex gap-2.5 rounded-md border border-line bg-card px-3.5 py-2.5 text-base",
        className,
      )}
    >
      {ICONS[tone]}
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4 gap-y-2">
        <div className="min-w-0 flex-[1_1_16rem] wrap-anywhere">
          {title && <p className="font-semibold">{title}</p>}
          {children && <div className={title ? "text-soft" : undefined}>{children}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
