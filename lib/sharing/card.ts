import { CONTRACT_CHANGED } from "#lib/comparison/promised-checks.ts";
import { compile } from "#lib/prompt/compile.ts";
import type { Prompt } from "#lib/prompt/schema.ts";
import type { Snapshot } from "./snapshot.ts";
import { readSnapshot, type SnapshotReading } from "./snapshot-reading.ts";

/** What the preview picture of a link says: two first lines and how it went. */
export interface Card {
  title: string;
  before: string;
  after: string;
  verdict: string;
  /** Says that no model answered, where none did; else empty. */
  label: string;
}

const LINE_CHARS = 140;
const VERDICT_CHARS = 160;

/** `reading`: that of the same snapshot, from whoever has it already. */
export function cardOf(snapshot: Snapshot, reading: SnapshotReading = readSnapshot(snapshot)): Card {
  const [before, after] = snapshot.comparison.variants;
  const said = reading.verdict?.changed ? CONTRACT_CHANGED : (reading.verdict?.verdict.sentence ?? "");
  const [sentence = ""] = said.split(/(?<=\.) (?=\p{Lu})/u);
  return {
    title: drawable(reading.title, 80, "A comparison of two prompts"),
    before: drawable(firstLine(before?.prompt), LINE_CHARS, "(a prompt in another script)"),
    after: drawable(firstLine(after?.prompt), LINE_CHARS, "(a prompt in another script)"),
    verdict: drawable(sentence, VERDICT_CHARS, ""),
    label: reading.origins.includes("simulated")
      ? "Simulated replies"
      : reading.origins.includes("bundled")
        ? "Bundled answers"
        : "",
  };
}

function firstLine(prompt: Prompt | undefined): string {
  if (prompt === undefined) return "";
  const messages = compile(prompt).messages;
  const message = messages.find(({ role }) => role === "user") ?? messages[0];
  return message?.content.split("\n").find((line) => line.trim() !== "") ?? "";
}

/** What the fonts of the picture do not hold: all but Latin letters and the usual punctuation. */
const NOT_DRAWN = /[^\u0020-\u007e\u00a1-\u00ac\u00ae-\u017f‘’“”–—…•€−]|[ĬĭĲĳŦŧ]/gu;

/**
 * A text cut to what the picture's own fonts can draw. The library that draws would fetch a font for any other
 * character from a stranger's server, with the character in the address; so none may ever reach it.
 */
export function drawable(text: string, chars: number, instead: string): string {
  const flat = text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  const kept = flat.replaceAll(NOT_DRAWN, "").replaceAll(/ +/g, " ").trim();
  if (kept.length < flat.length / 2) return instead;
  return kept.length > chars ? `${kept.slice(0, chars - 1).trimEnd()}…` : kept;
}
