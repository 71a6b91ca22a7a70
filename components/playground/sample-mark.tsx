import { Circle, Square, TriangleAlert } from "lucide-react";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Standing } from "./endings.ts";

/** The state of one sample as a small mark; its word stands beside it or in the tab's name. */
export function SampleMark({ mark }: { mark: Standing["mark"] }) {
  switch (mark) {
    case "waiting":
      return <Circle aria-hidden size={9} className="shrink-0 text-soft" />;
    case "writing":
      return <Spinner className="size-2.5!" />;
    case "good":
      // Complete is how answers are; a tick would look like a promise kept.
      return null;
    case "stopped":
      return <Square aria-hidden size={9} className="shrink-0 text-soft" />;
    case "limit":
    case "bad":
      return <TriangleAlert aria-hidden size={12} className="shrink-0 text-bad" />;
  }
}
