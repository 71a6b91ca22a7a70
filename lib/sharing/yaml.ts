import {
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  parseDocument,
  Scalar,
  visit,
} from "yaml";

/** What was read, or why it could not be: a sentence for a person. */
export type ReadYaml = { value: unknown } | { problem: string };

/** Anchors that are used again, at most: a few lines can stand for gigabytes. */
const ALIASES = 100;
/** Signs, texts, spaces and line ends: some 25,000 lines. */
const TOKENS = 100_000;
/** Deeper than any limit of ours, shallower than what a stack bears. */
const DEPTH = 100;

/**
 * One YAML document as plain values. The core schema only: no tags that make anything, no merge keys, no dates;
 * a key that stands twice is a problem, not a choice.
 */
export function readYaml(text: string): ReadYaml {
  try {
    const problem = problemOfTokens(text);
    if (problem !== null) return { problem };
    // Looked for below in one pass: the reader's own search compares every key with every other.
    const document = parseDocument(text, { schema: "core", uniqueKeys: false, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) return { problem: "it is not valid YAML" };
    const twice = document.contents === null ? null : keyTwice(document.contents, 0);
    if (twice !== null) return { problem: `the key “${twice.slice(0, 60)}” stands twice in it` };
    return { value: document.toJS({ maxAliasCount: ALIASES }) };
  } catch {
    // The reader's own limits: aliases, and the depth of its stack.
    return { problem: "its anchors or its depth are more than can be read" };
  }
}

/** What readers of one or another version of YAML take for a number, a date, a flag or nothing. */
const MISREAD = /^(?:[\d+.~=<-]|(?:y|n|yes|no|on|off|true|false|null)$|$)/i;

/** Plain values as YAML; long texts keep their lines, and a text that some reader could take for more is in quotation marks. */
export function writeYaml(value: unknown): string {
  const document = new Document(value, { schema: "core", aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      const { value: text } = node;
      if (typeof text === "string" && MISREAD.test(text) && !text.includes("\n"))
        node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** Looked at before anything is built: the reader's time grows faster than the number of signs it finds. */
function problemOfTokens(text: string): string | null {
  let open = 0;
  let tokens = 0;
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > TOKENS) return "it is made of more pieces than can be read";
    if (token === "[" || token === "{") open += 1;
    else if (token === "]" || token === "}") open -= 1;
    if (open > DEPTH) return "it has too many brackets inside each other";
  }
  return null;
}

function keyTwice(node: unknown, depth: number): string | null {
  if (depth > DEPTH || isAlias(node) || isScalar(node)) return null;
  if (isSeq(node)) return first(node.items, (item) => keyTwice(item, depth + 1));
  if (!isMap(node)) return null;
  const seen = new Set<string>();
  return first(node.items, ({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : String(key);
    if (seen.has(name)) return name;
    seen.add(name);
    return keyTwice(value as Node | null, depth + 1);
  });
}

function first<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
