import { ExternalLink } from "lucide-react";
import Link from "next/link";
import type { ComponentProps } from "react";
import ReactMarkdown from "react-markdown";

const LINK = "underline underline-offset-3 decoration-control hover:decoration-current";

/** Our own pages open here, a source beside it. The loader has looked at every address. */
function TextLink({ href = "", children }: ComponentProps<"a">) {
  if (href.startsWith("/")) {
    return (
      <Link href={href} prefetch={false} className={LINK}>
        {children}
      </Link>
    );
  }
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={LINK}>
      {children}
      <ExternalLink aria-hidden size={12} className="ml-1 inline-block align-baseline text-soft" />
    </a>
  );
}

const SIDES: Readonly<Record<string, string>> = {
  before: "font-semibold text-before",
  after: "font-semibold text-after",
};

/** A side of the comparison has its colour here as everywhere; other words are set in the face of what was written. */
function Emphasis({ children }: ComponentProps<"em">) {
  const side = typeof children === "string" ? SIDES[children.toLowerCase()] : undefined;
  return (
    <em className={side === undefined ? "font-serif text-[1.06em] italic" : `not-italic ${side}`}>
      {children}
    </em>
  );
}

const PARTS = { a: TextLink, em: Emphasis };

/**
 * A section of a lesson, made on the server. A lesson is our own text, so its links lead where they say; what a model
 * wrote is shown by `StaticMarkdown`, which trusts nothing.
 */
export function LessonText({ markdown }: { markdown: string }) {
  return (
    <div className="md whitespace-normal *:first:mt-0">
      <ReactMarkdown components={PARTS}>{markdown}</ReactMarkdown>
    </div>
  );
}
