"use client";

import { memo, type ReactNode, useState } from "react";
import ReactMarkdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { isCostly } from "./cost.ts";
import { harden } from "./harden.ts";
import { createBlockSplitter, type Piece } from "./split-blocks.ts";

/** A finished text up to this many characters is one document: its definitions then reach everywhere. */
const DOCUMENT_CHARS = 20_000;

interface MarkdownProps {
  /** What a model wrote: trusted with nothing. */
  text: string;
  /** More may come. Only what is not settled yet is parsed again. */
  streaming?: boolean;
}

/** Model output as formatted text. No HTML, no pictures, no addresses but http, https and mailto. */
export function Markdown({ text, streaming = false }: MarkdownProps) {
  const [split] = useState(createBlockSplitter);
  const source = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (!streaming && source.length <= DOCUMENT_CHARS) {
    return (
      <div className="md">
        <div>
          <Shown piece={{ at: 0, kind: "markdown", text: source }} />
        </div>
      </div>
    );
  }
  const { settled, tail } = split(source);
  return (
    <div className="md">
      {settled.map((piece) => (
        <Settled key={piece.at} piece={piece} />
      ))}
      {tail.text !== "" && (
        <div>
          <Shown piece={tail} />
        </div>
      )}
    </div>
  );
}

const Settled = memo(function Settled({ piece }: { piece: Piece }) {
  return (
    <div className="md-settled">
      <Shown piece={piece} />
    </div>
  );
});

function Shown({ piece: { kind, text } }: { piece: Piece }): ReactNode {
  if (kind === "code") return <pre className="md-plain">{text}</pre>;
  if (kind === "plain" || isCostly(text)) return <p className="md-plain">{text}</p>;
  return (
    <ReactMarkdown remarkPlugins={[remarkGfm]} rehypePlugins={[harden]}>
      {text}
    </ReactMarkdown>
  );
}
