import { jsonValues } from "#lib/base/json-values.ts";
import type { LeftOut, Proposal } from "./improvement.ts";
import { type Reading, readPart } from "./read-part.ts";

/** What a model's reply proposes, and what it has beside that. */
export interface ReadReply {
  proposals: Proposal[];
  leftOut: LeftOut[];
}

/** More remarks than this are counted, not listed. */
const LISTED = 30;
/** As much of something left out as is shown. */
const SHOWN_CHARS = 200;

/**
 * The parts in a reply; null when none of its JSON has the shape of parts. Code fences and words around the JSON are
 * forgiven. Whatever the JSON holds is either a proposal, an empty part, or in `leftOut` with its reason.
 */
export function readReply(text: string): ReadReply | null {
  const readings = jsonValues(text).flatMap((value) => readObject(value) ?? []);
  // Some models write a draft first; the last word counts.
  const last = readings.at(-1);
  if (last === undefined) return null;
  const earlier = readings.slice(0, -1).flatMap(({ proposals }) =>
    proposals.map(({ part, value }) => ({
      name: part,
      text: shown(value),
      why: "The reply proposes parts more than once; the last ones count.",
    })),
  );
  return { proposals: last.proposals, leftOut: bounded([...last.leftOut, ...earlier]) };
}

function readObject(value: unknown): ReadReply | null {
  const fields = fieldsOf(value);
  const inner = fieldsOf(fields.get("parts"));
  const readings = [...(inner.size > 0 ? inner : fields)].map(([name, part]) => [
    name,
    part,
    readPart(name, part),
  ]) as [string, unknown, Reading][];
  // A wrong shape throughout is no reply with remarks, it is another thing.
  if (!readings.some(([, , { fits }]) => fits)) return null;
  return {
    proposals: readings.flatMap(([, , { proposals }]) => proposals),
    leftOut: readings.flatMap(([name, , { leftOut }]) =>
      leftOut.map(({ value: what, why }) => ({ name: name.slice(0, SHOWN_CHARS), text: shown(what), why })),
    ),
  };
}

/** Own entries only, whatever their names. */
function fieldsOf(value: unknown): Map<string, unknown> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return new Map(isObject ? Object.entries(value) : []);
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const whole = text.toWellFormed();
  return whole.length <= SHOWN_CHARS ? whole : `${whole.slice(0, SHOWN_CHARS - 1).toWellFormed()}…`;
}

function bounded(leftOut: LeftOut[]): LeftOut[] {
  if (leftOut.length <= LISTED) return leftOut;
  const more = leftOut.length - LISTED;
  return [
    ...leftOut.slice(0, LISTED),
    { name: "and more", text: "", why: `${more} more things were left out.` },
  ];
}
