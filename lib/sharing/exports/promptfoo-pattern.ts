/** Signs that a pattern has to escape to mean them. */
const SYNTAX = "^$\\.*+?()[]{}|/";
const SPACES = String.raw`\t\n\f\r `;
/** Categories of characters that both engines have by the same short name. */
const CATEGORY = /^(?:[LMNPSZ]|L[ulmot]|M[nce]|N[dlo]|P[cdseifo]|S[mcko]|Z[slp])$/;
/** The most that a pattern may be repeated here. */
const REPEATS = 1_000;

/**
 * A pattern of ours, which RE2 reads, as one that JavaScript reads the same with the flag `u`; null where it may not, or
 * where it could take JavaScript for ever: what repeats without end inside of what repeats without end.
 */
export function jsPattern(source: string): string | null {
  let written = "";
  let at = 0;
  /** For each open group, whether something in it repeats without end; the last is the one we are in. */
  const open = [false];
  /** Whether what was read last is a group with such a thing in it. */
  let endless = false;
  while (at < source.length) {
    const rest = source.slice(at);
    const repeat = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/.exec(rest);
    if (repeat !== null) {
      const [sign, low = "", comma, high = ""] = repeat;
      if (Math.max(Number(low), Number(high)) > REPEATS) return null;
      const forever = sign === "*" || sign === "+" || (comma !== undefined && high === "");
      if (endless && sign !== "?") return null;
      if (forever) open[open.length - 1] = true;
      const lazy = rest.charAt(sign.length) === "?" ? "?" : "";
      written += `${sign}${lazy}`;
      at += sign.length + lazy.length;
      endless = false;
      continue;
    }
    const [piece, length] = pieceOf(rest);
    if (piece === null) return null;
    endless = false;
    if (piece.startsWith("(")) open.push(false);
    else if (piece === ")") {
      endless = open.pop() ?? false;
      if (open.length === 0) return null;
      if (endless) open[open.length - 1] = true;
    }
    written += piece;
    at += length;
  }
  return isReadable(written) ? written : null;
}

/** The next piece of a pattern in JavaScript's words, null for none, and how much of the source it is. */
function pieceOf(rest: string): [string | null, number] {
  const sign = rest.charAt(0);
  switch (sign) {
    case "(":
      if (rest.startsWith("(?:")) return ["(?:", 3];
      return rest.startsWith("(?") ? [null, 0] : ["(", 1];
    case "[":
      return classOf(rest);
    case "\\":
      return escapeOf(rest, false);
    case ".":
      return [String.raw`[^\n]`, 1];
    case "{":
    case "}":
    case "]":
      return [`\\${sign}`, 1];
    default:
      return [sign, 1];
  }
}

function classOf(rest: string): [string | null, number] {
  let at = rest.startsWith("[^") ? 2 : 1;
  let written = rest.slice(0, at);
  // There a bracket that closes at once is a sign like any other.
  if (rest.charAt(at) === "]") return [null, 0];
  while (at < rest.length) {
    const sign = rest.charAt(at);
    if (sign === "]") return [`${written}]`, at + 1];
    if (rest.startsWith("[:", at)) return [null, 0];
    if (sign === "\\") {
      const [piece, length] = escapeOf(rest.slice(at), true);
      if (piece === null) return [null, 0];
      written += piece;
      at += length;
      continue;
    }
    written += sign === "[" ? "\\[" : sign;
    at += 1;
  }
  return [null, 0];
}

function escapeOf(rest: string, inClass: boolean): [string | null, number] {
  const sign = rest.charAt(1);
  if (sign === "s") return [inClass ? SPACES : `[${SPACES}]`, 2];
  if (sign === "S") return [inClass ? null : `[^${SPACES}]`, 2];
  if (sign === "b" || sign === "B") return [inClass ? null : `\\${sign}`, 2];
  if (sign === "W") return [inClass ? null : "[^0-9A-Za-z_]", 2];
  if (/[dDwtnrfv]/.test(sign)) return [`\\${sign}`, 2];
  const code = /^\\x(?:([\dA-Fa-f]{2})|\{0*([\dA-Fa-f]{1,6})\})/.exec(rest);
  if (code !== null) return [`\\u{${code[1] ?? code[2]}}`, code[0].length];
  const named = /^\\([pP])(?:\{(\w+)\}|([A-Z]))/.exec(rest);
  if (named !== null) {
    const name = named[2] ?? named[3] ?? "";
    const property = CATEGORY.test(name) ? name : `Script=${name}`;
    return [`\\${named[1]}{${property}}`, named[0].length];
  }
  if (/[0-9A-Za-z]/.test(sign) || sign === "" || sign > "~") return [null, 0];
  return [SYNTAX.includes(sign) || (inClass && sign === "-") ? `\\${sign}` : sign, 2];
}

function isReadable(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u").source !== "";
  } catch {
    return false;
  }
}
