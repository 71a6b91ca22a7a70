interface Fence {
  marker: string;
  length: number;
}

/** How the lines read so far leave the document open. */
export interface LineState {
  fence: Fence | null;
  /** What a line must contain for the open HTML block to end; `blank` = a blank line ends it. */
  html: RegExp | "blank" | null;
  /** A tag stands alone on a line since the last blank one: an HTML block where no paragraph was open, else not. */
  htmlUnsure: boolean;
  /** Column where the content of the last top-level list item starts; 0 = no list is open. */
  listContent: number;
  /** The list may have been closed since, or may never have been one: only the full grammar could tell. */
  listUnsure: boolean;
  /** Something opened that only the full grammar could place: no line is sure any more. */
  lost: boolean;
  /** The line before was blank, or there was none. */
  afterBlank: boolean;
  /** The last line with something on it was indented like code. The parser then reads some list items as text. */
  afterIndented: boolean;
  /** A fence ended with the line before. */
  afterFence: boolean;
}

export const FIRST_LINE: LineState = {
  fence: null,
  html: null,
  htmlUnsure: false,
  listContent: 0,
  listUnsure: false,
  lost: false,
  afterBlank: true,
  afterIndented: false,
  afterFence: false,
};

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const LIST_ITEM = /^( {0,3}(?:[-+*]|\d{1,9}[.)]))(?:([ \t]+)(\S?)|$)/;
const THEMATIC_BREAK = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const HTML_ENDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<![a-z]/i, />/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
];
const HTML_BLOCK_TAG =
  /^ {0,3}<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i;
const HTML_ANY_TAG_ALONE = /^ {0,3}<(?:\/[a-z][\w-]*\s*|[a-z][\w-]*(?:\s[^<>]*)?\/?)>\s*$/i;

/**
 * Reads one complete line (CommonMark 0.31 with GFM). `boundary`: the line surely starts a new top-level block, and
 * everything before it is closed for good. Errs on the side of "no".
 */
export function readLine(state: LineState, line: string): { boundary: boolean; next: LineState } {
  const blank = line.trim() === "";
  const next: LineState = { ...state, afterBlank: blank, afterFence: false };

  if (state.fence) {
    if (closes(state.fence, line))
      return { boundary: false, next: { ...next, fence: null, afterFence: true } };
    return { boundary: false, next };
  }
  if (state.html) {
    const ends = state.html === "blank" ? blank : state.html.test(line);
    return { boundary: false, next: ends ? { ...next, html: null } : next };
  }
  if (blank) return { boundary: false, next: { ...next, afterFence: state.afterFence, htmlUnsure: false } };

  const indent = indentOf(line);
  const inList = state.listContent > 0;
  const item = THEMATIC_BREAK.test(line) ? null : LIST_ITEM.exec(line);
  const fence = FENCE.exec(line)?.[1];
  const html = htmlOf(line);
  const unsure = state.htmlUnsure || (inList && state.listUnsure && indent > 0);
  if (unsure && (fence || html)) return { boundary: false, next: { ...next, lost: true } };

  next.afterIndented = indent >= 4;
  const outside = !inList || indent < state.listContent;
  const startsFence = fence !== undefined && outside;
  const boundary =
    !state.lost &&
    (inList
      ? indent === 0 && (startsFence || (state.afterBlank && !item))
      : startsFence ||
        ((state.afterBlank || state.afterFence) && indent < 4 && !isEmpty(item) && !state.afterIndented));
  if (!outside) return { boundary, next };

  if (boundary || startsFence) next.listContent = 0;
  if (startsFence) {
    next.fence = { marker: fence.charAt(0), length: fence.length };
  } else {
    next.html = html;
    next.htmlUnsure ||= html === null && HTML_ANY_TAG_ALONE.test(line);
    if (item) {
      next.listContent = contentColumn(item);
      next.listUnsure =
        item[2]?.includes("\t") === true ||
        isEmpty(item) ||
        (!boundary && (!inList || state.listUnsure) && !state.afterBlank);
    } else if (next.listContent > 0) {
      next.listUnsure = true;
    }
  }
  return { boundary, next };
}

function closes(fence: Fence, line: string): boolean {
  const run = /^ {0,3}(`{3,}|~{3,})[ \t]*\r?$/.exec(line)?.[1];
  return run !== undefined && run.charAt(0) === fence.marker && run.length >= fence.length;
}

function htmlOf(line: string): LineState["html"] {
  for (const [begins, ends] of HTML_ENDS) {
    if (begins.test(line)) return ends.test(line) ? null : ends;
  }
  return HTML_BLOCK_TAG.test(line) ? "blank" : null;
}

/** Columns before the first character; a tab counts as four. */
function indentOf(line: string): number {
  const space = /^[ \t]*/.exec(line)?.[0] ?? "";
  return space.includes("\t") ? Math.max(4, space.length) : space.length;
}

function isEmpty(item: RegExpExecArray | null): boolean {
  return item !== null && (item[3] ?? "") === "";
}

function contentColumn([, marker = "", space = "", first = ""]: RegExpExecArray): number {
  const gap = first === "" || space.length === 0 || space.length > 4 ? 1 : space.length;
  return marker.length + gap;
}
