/** One link of a lesson's text. */
export interface LessonLink {
  label: string;
  href: string;
  /** What the page behind it shows or supports, as the list says it; "" for a link inside a sentence. */
  supports: string;
}

/** Pages of the app that a lesson may point to besides other lessons, without what follows "#" or "?". */
export const LINKED_PAGES = ["/", "/keys", "/strategies", "/templates", "/why"] as const;

const LINK = /\[([^\]\n]+)\]\(([^)\s]+)\)/g;
const LISTED = /^- \[[^\]\n]+\]\([^)\s]+\): (\S.*)$/;
const HTML = /<\/?[a-z][^>\n]*>|<!--/i;

/**
 * Every link of a Markdown text.
 * Throws an Error for raw HTML, for an address that is neither ours nor https, and for a source that does not say
 * in a list item of its own ("- [label](https://…): what it shows") what it is there for.
 */
export function readLinks(markdown: string): LessonLink[] {
  return markdown.split("\n").flatMap((line) => {
    if (HTML.test(line.replace(/`[^`]*`/g, ""))) throw new Error(`raw HTML in the text: ${line.trim()}`);
    const supports = LISTED.exec(line)?.[1] ?? "";
    return [...line.matchAll(LINK)].map(([, label = "", href = ""]) => {
      const ours = href.startsWith("/") && !href.startsWith("//");
      if (!ours && !href.startsWith("https://"))
        throw new Error(`the link ${href} is neither a page of ours nor https`);
      if (!ours && supports === "") throw new Error(`the source ${href} does not say what it is there for`);
      return { label, href, supports };
    });
  });
}

/** Links of one lesson that lead to a page or a lesson that is not there. */
export function brokenLinks(links: readonly LessonLink[], lessonSlugs: ReadonlySet<string>): string[] {
  return links
    .map(({ href }) => href)
    .filter((href) => {
      if (!href.startsWith("/")) return false;
      const path = href.replace(/[#?].*$/, "");
      const lesson = /^\/lessons\/(.+)$/.exec(path)?.[1];
      return lesson === undefined ? !LINKED_PAGES.some((page) => page === path) : !lessonSlugs.has(lesson);
    });
}
