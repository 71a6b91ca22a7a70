"use client";

import { memo, useMemo, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { type TextBlock, textBlocks } from "./text-blocks.ts";

/** Text as it came. Long texts are laid out block by block, and only where someone looks. */
export function PlainText({ text }: { text: string }) {
  const earlier = useRef<{ text: string; blocks: readonly TextBlock[] }>({ text: "", blocks: [] });
  const blocks = useMemo(() => {
    const grown = text.startsWith(earlier.current.text);
    const made = textBlocks(text, grown ? earlier.current.blocks : []);
    earlier.current = { text, blocks: made };
    return made;
  }, [text]);
  return (
    <div className="written wrap-anywhere whitespace-pre-wrap">
      {blocks.map((block) => (
        <Block key={block.start} text={block.text} lazy={blocks.length > 2} />
      ))}
    </div>
  );
}

const Block = memo(function Block({ text, lazy }: { text: string; lazy: boolean }) {
  // The line break that ends a block is the block's own end.
  const shown = text.endsWith("\n") ? text.slice(0, -1) : text;
  return (
    <div
      className={classNames(
        "written",
        lazy && "[contain-intrinsic-size:auto_60rem] [content-visibility:auto]",
      )}
    >
      {shown === "" ? "\n" : shown}
    </div>
  );
});
