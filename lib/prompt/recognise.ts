import { type Draft, type Found, newDraft } from "./recognise/draft.ts";
import { looksEnglish } from "./recognise/english.ts";
import { examplesIn } from "./recognise/examples.ts";
import { leftovers, type Piece } from "./recognise/leftovers.ts";
import { countsSeveralTexts } from "./recognise/pieces.ts";
import { readSection } from "./recognise/read-section.ts";
import { readSentence } from "./recognise/read-sentence.ts";
import { labelOf, type Section, sectionAt } from "./recognise/sections.ts";
import { READ_CHARS, type Unit, unitsOf } from "./recognise/units.ts";
import type { PartsPrompt } from "./schema.ts";

export interface Recognition {
  prompt: PartsPrompt;
  /** What was recognised, in the order of the text; `task` and `extra` are what remained and are not listed. */
  found: Found[];
  /** There were more rules than a prompt takes: those that did not fit stay as text. */
  crowded: boolean;
}

/**
 * Pasted English prose → parts. Deterministic, and nothing typed is lost: what no rule is sure of stays in `task`
 * and `extra`, word by word and in order. The rules are docs/spec/recognise.md.
 */
export function recognise(text: string): Recognition {
  const draft = newDraft({ counts: !countsSeveralTexts(text.slice(0, READ_CHARS)) });
  const found: Found[] = [];
  if (!looksEnglish(text)) {
    draft.prompt.task = text.trim();
    return { prompt: draft.prompt, found, crowded: draft.crowded };
  }
  const pieces: Piece[] = takeExamples(text, draft, found);
  const masked = blanked(text, pieces);
  const units = unitsOf(masked, (line) => labelOf(line) !== undefined);
  for (let at = 0; at < units.length; ) {
    const section = sectionAt(masked, units, at);
    const read = section === undefined ? undefined : sectionPieces(text, section, draft, found);
    const unit = units[at];
    if (unit === undefined) break;
    pieces.push(...(read ?? [{ ...unitPiece(text, unit, draft, found), task: false }]));
    at += read === undefined ? 1 : (section?.units.length ?? 1);
  }
  pieces.sort((one, other) => one.start - other.start);
  Object.assign(draft.prompt, leftovers(text, pieces));
  return { prompt: draft.prompt, found, crowded: draft.crowded };
}

function takeExamples(text: string, draft: Draft, found: Found[]): Piece[] {
  const { examples, ranges } = examplesIn(text.slice(0, READ_CHARS));
  if (examples.length === 0 || draft.add({ part: "examples", examples }) !== "added") return [];
  for (const { start, end } of ranges) found.push({ part: "examples", text: text.slice(start, end) });
  return ranges.map((range) => ({ ...range, text: "", task: false }));
}

/** The text with what was taken blanked out, so that places stay the same. */
function blanked(text: string, taken: readonly Piece[]): string {
  let masked = text;
  for (const { start, end } of taken) {
    masked = masked.slice(0, start) + "\n".repeat(end - start) + masked.slice(end);
  }
  return masked;
}

/** What remains of a section; undefined when its label names nothing that can be taken. */
function sectionPieces(text: string, section: Section, draft: Draft, found: Found[]): Piece[] | undefined {
  const { label, units } = section;
  if (label.part !== "task") {
    if (!readSection(section, draft, found)) return undefined;
    return units.map(({ start, end }) => ({ start, end, text: "", task: false }));
  }
  return units.map((unit, index) => {
    if (index > 0) return { ...unitPiece(text, unit, draft, found), task: true };
    const start = Math.min(unit.start + label.length, unit.end);
    const said = text.slice(start, unit.end - unit.stop.length).trim();
    const piece = unitPiece(text, { ...unit, start, marker: "", body: said }, draft, found);
    return { ...piece, start: unit.start, text: said === "" ? "" : piece.text.trim(), task: true };
  });
}

function unitPiece(text: string, unit: Unit, draft: Draft, found: Found[]): Omit<Piece, "task"> {
  const { start, end } = unit;
  const whole = { start, end, text: text.slice(start, end) };
  if (unit.data) return whole;
  const rest = readSentence(unit.body, unit.stop, draft, found);
  if (rest === unit.body) return whole;
  return { start, end, text: rest === "" ? "" : unit.marker + rest + unit.stop };
}
