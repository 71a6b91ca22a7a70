import { z } from "zod";
import type { Ballot } from "#lib/judging/ballot.ts";

const KEY = "afterprompt.votes";
/** Comparisons whose votes are kept; the one that was voted on longest ago goes first. */
const KEPT = 30;

const voteSchema = z.object({
  voter: z.int().min(1),
  pair: z.string().max(64),
  criterion: z.string().max(64),
  choice: z.enum(["a", "b", "tie", "both-bad"]),
  seen: z.boolean().optional(),
});
const ballotSchema = z.object({
  seed: z.number(),
  voter: z.int().min(1),
  votes: z.array(voteSchema),
  shown: z.array(z.string()),
});
const shelfSchema = z.array(z.object({ comparison: z.string(), ballot: ballotSchema }));

/** The votes that were cast here on a comparison; an empty ballot with a coin of its own when there are none. */
export function recallBallot(comparison: string): Ballot {
  return (
    recallShelf().find((entry) => entry.comparison === comparison)?.ballot ?? {
      seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
      voter: 1,
      votes: [],
      shown: [],
    }
  );
}

export function rememberBallot(comparison: string, ballot: Ballot): void {
  const others = recallShelf().filter((entry) => entry.comparison !== comparison);
  try {
    localStorage.setItem(KEY, JSON.stringify([{ comparison, ballot }, ...others].slice(0, KEPT)));
  } catch {
    // Storage is full or switched off: the votes count until the page is left.
  }
}

/** Parsed: it may come from an older version of the page. */
function recallShelf(): z.infer<typeof shelfSchema> {
  try {
    return shelfSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? "[]")).data ?? [];
  } catch {
    return [];
  }
}
