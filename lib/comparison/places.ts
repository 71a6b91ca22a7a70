import type { Case } from "./schema.ts";

/** Where an answer stands in a run, on whichever side. */
export interface Place {
  case: string;
  sample: number;
}

/**
 * The distinct places of these answers, in the order in which a run plans them: all cases of the first round, then
 * of the second. Work in proportion to the answers, however large a number one of them gives itself. A case that
 * is not among `cases` has no place.
 */
export function placesOf(cases: readonly Case[], answers: Iterable<Place>): { case: Case; sample: number }[] {
  const order = new Map(cases.map((each, index) => [each.id, { case: each, index }]));
  const places = new Map<string, { case: Case; index: number; sample: number }>();
  for (const { case: id, sample } of answers) {
    const found = order.get(id);
    if (found !== undefined) places.set(`${id}/${sample}`, { ...found, sample });
  }
  return [...places.values()]
    .sort((one, other) => one.sample - other.sample || one.index - other.index)
    .map(({ case: each, sample }) => ({ case: each, sample }));
}
