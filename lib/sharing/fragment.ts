import { type Comparison, comparisonSchema, SCHEMA_VERSION } from "#lib/comparison/schema.ts";
import { FRAGMENT_CHARS, FRAGMENT_VERSION, FRAGMENTS } from "./fragment-mark.ts";
import { inflate } from "./inflate.ts";
import { isPlainData } from "./plain-data.ts";

/** What the unpacked document may have at most, bytes. */
const INFLATED_BYTES = 2 * 1024 * 1024;

/**
 * too-long: more characters than a link may have. too-large: it unpacks to more than a link may hold.
 * damaged: characters are missing or wrong. newer: a later version of the app made it.
 * refused: it is readable, but no comparison, or one with fields that a link cannot set, such as an address.
 */
export type FragmentProblem = "too-long" | "too-large" | "damaged" | "newer" | "refused";

/** A comparison as the part of an address behind the #, which browsers never send: `c1.` and packed JSON. */
export async function encodeFragment(comparison: Comparison): Promise<string> {
  const json = new Blob([JSON.stringify(comparison)]);
  const packed = json.stream().pipeThrough(new CompressionStream("deflate"));
  return `c${FRAGMENT_VERSION}.${toBase64Url(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

/** Reads what `encodeFragment` made, without the #. Whatever else it is given, it says what is wrong and never throws. */
export async function decodeFragment(
  fragment: string,
): Promise<{ comparison: Comparison } | { problem: FragmentProblem }> {
  const [, version, packed = ""] = FRAGMENTS.exec(fragment) ?? [];
  if (version === undefined) return { problem: "damaged" };
  if (Number(version) > FRAGMENT_VERSION) return { problem: "newer" };
  if (fragment.length > FRAGMENT_CHARS) return { problem: "too-long" };
  const bytes = fromBase64Url(packed);
  if (bytes === null) return { problem: "damaged" };
  const unpacked = await inflate(bytes, INFLATED_BYTES);
  if (typeof unpacked === "string") return { problem: unpacked };
  const value = fromJson(unpacked);
  if (value === undefined) return { problem: "damaged" };
  if (!isPlainData(value)) return { problem: "refused" };
  if (versionOf(value) > SCHEMA_VERSION) return { problem: "newer" };
  const parsed = comparisonSchema.safeParse(value);
  return parsed.success ? { comparison: parsed.data } : { problem: "refused" };
}

function fromJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function versionOf(value: unknown): number {
  if (typeof value !== "object" || value === null || !("version" in value)) return 0;
  return typeof value.version === "number" ? value.version : 0;
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
