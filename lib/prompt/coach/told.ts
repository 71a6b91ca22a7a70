import { labelOf } from "../recognise/sections.ts";
import { type Unit, unitsOf } from "../recognise/units.ts";

/** A quotation of a sentence or more is material, not instruction. */
const QUOTED = /[“„«][^“”„«»\n]{25,}[”“»]|"[^"\n]{25,}"/g;

export interface Told {
  told: string;
  units: Unit[];
  sentences: Unit[];
}

/** What a person tells the model, apart from what they pasted; the same reading as in `recognise`. Total, linear. */
export function toldOf(text: string): Told {
  const units = readUnits(text);
  const sentences = units.filter(({ data }) => !data);
  let told = "";
  for (const { start, end } of sentences) {
    told += blank(text.slice(told.length, start));
    told += text.slice(start, end).replace(QUOTED, blank);
  }
  return { told, units, sentences };
}

/** "IMPORTANT: never …" is an order with a label, no data with one. */
const URGED = /^(?:very )?(?:important|critical|note|warning|remember|rules?|caution|attention)[ \t]*!?:/i;

/** Sentences and pasted material, in order. */
export function readUnits(text: string): Unit[] {
  return unitsOf(text, (line) => labelOf(line) !== undefined || URGED.test(line));
}

/** No letter, no blank: patterns neither match it nor run through it. */
const FILLER = "\ufffc";

function blank(found: string): string {
  return found.replace(/\S/g, FILLER);
}
