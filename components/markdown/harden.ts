import { type SafeUrl, safeUrl } from "./safe-url.ts";

/** As much of a hast node as is looked at here. */
export interface TreeNode {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: TreeNode[];
}

/** Shown under the same name, with no attribute but those written below. Any other element gives way to its content. */
const KEPT = new Set([
  "p",
  "ul",
  "ol",
  "li",
  "blockquote",
  "pre",
  "code",
  "em",
  "strong",
  "del",
  "br",
  "hr",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
  "sup",
]);
const BLOCKS = new Set([
  ...["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "section"],
  ...["table", "thead", "tbody", "tr", "th", "td"],
]);
const ALIGNS = new Map([
  ["left", "md-left"],
  ["center", "md-center"],
  ["right", "md-right"],
]);
const MAX_DEPTH = 60;

/**
 * Builds the tree anew from what a reader may be shown: no id, no class, no style and no address that came from the
 * text, nothing that loads by itself. HTML stands as the text it was written as.
 */
export function harden() {
  return (root: TreeNode): TreeNode => ({
    type: "root",
    children: withoutLayout(root.children).flatMap((child) =>
      child.type === "raw"
        ? [element("p", { className: ["md-html"] }, [text(child.value ?? "")])]
        : clean(child, false, 0),
    ),
  });
}

function childrenOf(node: TreeNode, inLink: boolean, depth: number): TreeNode[] {
  if (depth > MAX_DEPTH) return [text(textOf(node))];
  return withoutLayout(node.children).flatMap((child) => clean(child, inLink, depth + 1));
}

/** A line break that the model wrote is shown; one that only lays out the markup, beside a block or a `br`, is not. */
function withoutLayout(nodes: TreeNode[] = []): TreeNode[] {
  return nodes.filter((node, index) => {
    if (node.type !== "text" || node.value !== "\n") return true;
    const before = nodes[index - 1];
    const after = nodes[index + 1];
    return (
      before?.tagName !== "br" &&
      ![before, after].some((near) => near?.type === "raw" || BLOCKS.has(near?.tagName ?? ""))
    );
  });
}

function clean(node: TreeNode, inLink: boolean, depth: number): TreeNode[] {
  if (node.type === "text" || node.type === "raw") return [text(node.value ?? "")];
  if (node.type !== "element") return [];
  const { tagName = "", properties = {} } = node;
  const children = (linked = inLink) => childrenOf(node, linked, depth);
  switch (tagName) {
    case "a":
      if (properties.dataFootnoteBackref !== undefined) return [];
      return link(properties.href, children(true), inLink);
    case "img":
      return image(properties, inLink);
    case "input":
      return [text(properties.checked ? "☑" : "☐")];
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      // One level for all: a text of unknown shape stands inside a page that has levels of its own.
      return [element("h3", { className: [`md-${tagName}`] }, children())];
    case "li": {
      const isTask = String(properties.className ?? "").includes("task-list-item");
      return [element("li", isTask ? { className: ["md-task"] } : {}, children())];
    }
    case "ol":
      return [element("ol", { start: properties.start }, children())];
    case "th":
    case "td":
      return [element(tagName, { className: ALIGNS.get(String(properties.align)) }, children())];
    case "table":
      return [element("div", { className: ["md-scroll"], tabIndex: 0 }, [element("table", {}, children())])];
    case "pre":
      return [element("pre", { tabIndex: 0 }, children())];
    default:
      return KEPT.has(tagName) ? [element(tagName, {}, children())] : children();
  }
}

function link(href: unknown, children: TreeNode[], inLink: boolean): TreeNode[] {
  const url = safeUrl(String(href ?? ""));
  return url && !inLink ? anchor(url, children) : children;
}

/** A picture is never loaded: its description leads to it. */
function image({ src, alt }: Record<string, unknown>, inLink: boolean): TreeNode[] {
  const url = safeUrl(String(src ?? ""));
  const words = String(alt ?? "").trim();
  const label = words === "" ? "Image" : `Image: ${words}`;
  if (!url) return [text(label)];
  return inLink ? [text(`${label} (${url.host})`)] : anchor(url, [text(label)]);
}

/** The link, and beside it the host that it really leads to. */
function anchor({ href, host }: SafeUrl, children: TreeNode[]): TreeNode[] {
  const properties = {
    href,
    target: "_blank",
    rel: ["noopener", "noreferrer", "nofollow"],
    referrerPolicy: "no-referrer",
  };
  return [
    element("a", properties, [
      ...children,
      element("span", { className: ["md-host"] }, [text(` (${host})`)]),
    ]),
  ];
}

function element(tagName: string, properties: Record<string, unknown>, children: TreeNode[]): TreeNode {
  return { type: "element", tagName, properties, children };
}

function text(value: string): TreeNode {
  return { type: "text", value };
}

function textOf(node: TreeNode): string {
  const found: string[] = [];
  const waiting: TreeNode[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.value !== undefined) found.push(next.value);
    waiting.push(...(next.children ?? []).toReversed());
  }
  return found.join("");
}
