/** Values as source code. A text of several lines stands as several lines, so that it can be read and changed. */

const INDENT = "  ";

/** A JSON value as a JavaScript or TypeScript expression. */
export function javascriptLiteral(value: unknown, depth = 0): string {
  return literal(value, depth, {
    constant: (item) => JSON.stringify(item),
    text: (pieces, inner) => pieces.join(` +\n${inner}`),
    name: nameInJavaScript,
  });
}

/** As it is where it may be; `__proto__` would not be a name of the object but what the object comes from. */
function nameInJavaScript(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}

/** A JSON value as a Python expression. */
export function pythonLiteral(value: unknown, depth = 0): string {
  const constants: Readonly<Record<string, string>> = { true: "True", false: "False", null: "None" };
  return literal(value, depth, {
    constant: (item) => constants[JSON.stringify(item)] ?? JSON.stringify(item),
    text: (pieces, inner) => `(\n${inner}${INDENT}${pieces.join(`\n${inner}${INDENT}`)}\n${inner})`,
    name: JSON.stringify,
  });
}

interface Syntax {
  constant(value: unknown): string;
  /** Pieces of one text, to be put together; `inner` is the indent. */
  text(pieces: readonly string[], inner: string): string;
  name(name: string): string;
}

function literal(value: unknown, depth: number, syntax: Syntax): string {
  const inner = INDENT.repeat(depth + 1);
  const end = INDENT.repeat(depth);
  if (typeof value === "string") {
    const pieces = value.split(/(?<=\n)/).map(quoted);
    return pieces.length < 2 ? quoted(value) : syntax.text(pieces, inner);
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => `${inner}${literal(item, depth + 1, syntax)},\n`);
    return items.length === 0 ? "[]" : `[\n${items.join("")}${end}]`;
  }
  if (typeof value !== "object" || value === null) return syntax.constant(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const lines = entries.map(
    ([name, item]) => `${inner}${syntax.name(name)}: ${literal(item, depth + 1, syntax)},\n`,
  );
  return lines.length === 0 ? "{}" : `{\n${lines.join("")}${end}}`;
}

/** In quotation marks and escaped: the escapes of JSON are those of JavaScript and of Python; what ends a line for either is escaped too. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
