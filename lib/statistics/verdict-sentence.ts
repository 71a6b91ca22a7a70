import { unreachable } from "#lib/base/errors.ts";
import { isEquivalent } from "./equivalence.ts";
import { MOST_PAIRS, type MoreNeeded } from "./more-needed.ts";
import type { Seen } from "./seen.ts";
import type { Decision, Evidence, Said, SideLabels } from "./verdict-types.ts";

type Sayable = (Decision & { evidence: Evidence }) | { state: "demonstration" };

/** What a statement speaks of: one case supports nothing beyond itself, a demonstration nothing at all. */
export function covers(cases: number, demonstration: boolean): string {
  if (demonstration) return "nothing: these answers are bundled or simulated";
  return cases <= 1 ? "this prompt on this input" : `this prompt on these ${cases} inputs`;
}

/** The verdict in plain words: what is decided, what was seen, and what is missing. */
export function verdictSentence(
  said: Sayable,
  { seen, margin }: Omit<Said, "sentence">,
  labels: SideLabels,
): string {
  if (seen.pairs === 0) return "Nothing to compare yet: no pair of samples has a result on both sides.";
  const counts = passed(seen, labels);
  switch (said.state) {
    case "demonstration":
      return `A demonstration, not evidence: ${counts}. These answers are bundled or simulated.`;
    case "better":
      return `${labels[said.better]} is better: ${counts}. ${strength(said.evidence)}${smallness(said.evidence, margin)}`;
    case "no-meaningful-difference":
      return `No meaningful difference: ${counts}. ${range(said.evidence, labels)}, inside ±${points(margin)} points.`;
    case "cannot-tell-yet":
      return `Cannot tell yet: ${counts}. ${wanted(said.more, seen)}`;
    default:
      return unreachable(said);
  }
}

function passed({ a, b }: Seen, labels: SideLabels): string {
  return `${labels.a} passed ${a.passes} of ${samples(a.samples)}, ${labels.b} ${b.passes} of ${b.samples}`;
}

function samples(count: number): string {
  return count === 1 ? "1 sample" : `${count} samples`;
}

function strength({ e }: Evidence): string {
  return `The evidence is strong (E ${e >= 10_000 ? "over 10,000" : `= ${Math.floor(e)}`}).`;
}

/** Sure and small go together when there are many samples. */
function smallness({ interval }: Evidence, margin: number): string {
  const isSmall = interval !== null && isEquivalent(interval, margin);
  return isSmall ? ` The difference is small: less than ${points(margin)} points.` : "";
}

function range({ interval }: Evidence, labels: SideLabels): string {
  const from = signed(interval?.low ?? 0);
  return `${labels.b} lies between ${from} and ${signed(interval?.high ?? 0)} points from ${labels.a}`;
}

function wanted(more: MoreNeeded | null, { pairs, cases }: Seen): string {
  const unit = cases > 1 ? "cases" : "samples a side";
  if (more === null) return `More than ${MOST_PAIRS.toLocaleString("en")} more ${unit} would be needed.`;
  const count = about(cases > 1 ? Math.ceil((more.pairs * cases) / pairs) : more.pairs);
  if (count === 1) return `About 1 more ${cases > 1 ? "case" : "sample a side"} would be needed.`;
  return `About ${count.toLocaleString("en")} more ${unit} would be needed.`;
}

/** An estimate is not said more exactly than it is known: whole up to 12, fives up to 100, then two digits. */
function about(count: number): number {
  if (count <= 12) return count;
  const step = count <= 100 ? 5 : 10 ** (Math.floor(Math.log10(count)) - 1);
  return Math.ceil(count / step) * step;
}

function points(share: number): string {
  return String(Math.round(share * 1_000) / 10);
}

function signed(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded < 0 ? `−${-rounded}` : `+${rounded}`;
}
