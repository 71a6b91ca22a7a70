import ReactMarkdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { isCostly } from "./cost.ts";
import { harden } from "./harden.ts";

/** Longer texts stand as they are: a page that is only read should not take seconds to make. */
const FORMATTED_CHARS = 20_000;

/** A finished text as formatted elements, made on the server: the page needs no script to show it. */
export function StaticMarkdown({ text }: { text: string }) {
  const source = text.replace(/\r\n?/g, "\n");
  return (
    <div className="md">
      <div className="[&_li]:whitespace-pre-line [&_p]:whitespace-pre-line">
        {source.length > FORMATTED_CHARS || isCostly(source) ? (
          <p className="md-plain">{source}</p>
        ) : (
          <ReactMarkdown remarkPlugins={[remarkGfm]} rehypePlugins={[harden]}>
            {source}
          </ReactMarkdown>
        )}
      </div>
    </div>
  );
}
