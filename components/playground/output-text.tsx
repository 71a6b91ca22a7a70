"use client";

import { lazy, memo, Suspense } from "react";
import type { Span } from "#lib/constraints/types.ts";
import { MARKED_CHARS, MarkedText } from "./marked-text.tsx";
import { PlainText } from "./plain-text.tsx";
import type { Side } from "./state.ts";

const Markdown = lazy(() =>
  import("#components/markdown/markdown.tsx").then((module) => ({ default: module.Markdown })),
);
const DiffText = lazy(() => import("./diff-text.tsx").then((module) => ({ default: module.DiffText })));

interface OutputTextProps {
  side: Side;
  text: string;
  streaming: boolean;
  formatted: boolean;
  /** The other side's text, when differences are looked at. */
  other: string | null;
  /** Where the evidence stands, when a check is looked at. */
  evidence: readonly Span[] | null;
}

/** One answer in the way it is being looked at. Whatever has to load first shows the plain text meanwhile. */
export const OutputText = memo(function OutputText({
  side,
  text,
  streaming,
  formatted,
  other,
  evidence,
}: OutputTextProps) {
  const plain = <PlainText text={text} />;
  if (evidence !== null && text.length <= MARKED_CHARS) return <MarkedText text={text} spans={evidence} />;
  if (other !== null) {
    return (
      <Suspense fallback={plain}>
        <DiffText side={side} text={text} other={other} />
      </Suspense>
    );
  }
  if (!formatted) return plain;
  return (
    <Suspense fallback={plain}>
      <div className="[&_li]:whitespace-pre-line [&_p]:whitespace-pre-line">
        <Markdown text={text} streaming={streaming} />
      </div>
    </Suspense>
  );
});
