import { MAX_CONSTRAINTS } from "#lib/base/limits.ts";
import { partName } from "./part-names.ts";

interface Recognised {
  found: readonly { part: string }[];
  crowded: boolean;
}

/** What switching a prompt to text or to parts did with it, in a sentence or two. */
export function switchWords(kind: "text" | "parts", { found, crowded }: Recognised): string {
  if (kind === "text") return "The parts, written out as one text.";
  const names = [...new Set(found.map(({ part }) => partName(part).toLowerCase()))];
  const recognised =
    names.length === 0
      ? "No parts recognised; all of it is in Task."
      : `Recognised ${joined(names)}. What was not recognised is kept in Task or Extra.`;
  if (!crowded) return recognised;
  return `${recognised} The text held more rules than the ${MAX_CONSTRAINTS} that a prompt takes: those that did not fit are kept as text, unchecked.`;
}

function joined(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
