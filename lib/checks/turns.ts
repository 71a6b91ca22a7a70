import { type Held, holdAll } from "./hold.ts";
import type { CheckResult } from "./types.ts";

/** What a check takes on the shortest text, in characters that could be read meanwhile. */
const LEAST_WORK = 200;
/** After about so much work others get their turn: a server that checks goes on relaying. */
const WORK_AT_A_TIME = 200_000;

/**
 * What it takes to hold each of the texts against each of the checks, in characters to read: a check reads the text and
 * what it asks for itself. Ten million take about a second.
 */
export function checkingWork(checks: readonly Held[], textLengths: readonly number[]): number {
  const chars = textLengths.reduce((sum, length) => sum + length, 0);
  const asked = checks.reduce((sum, check) => sum + askedChars(check), 0);
  return chars * checks.length + asked * textLengths.length;
}

/** What `holdAll` finds in each of the texts, in their order, giving a turn to others now and then. */
export function* holdInTurns(
  jobs: Iterable<{ checks: readonly Held[]; text: string }>,
): Generator<undefined, CheckResult[][]> {
  const asked = new Map<readonly Held[], number[]>();
  const found: CheckResult[][] = [];
  let work = 0;
  for (const { checks, text } of jobs) {
    const costs = asked.get(checks) ?? checks.map(askedChars);
    asked.set(checks, costs);
    const results: CheckResult[] = [];
    let some: Held[] = [];
    for (const [index, check] of checks.entries()) {
      some.push(check);
      work += text.length + (costs[index] ?? 0);
      if (work < WORK_AT_A_TIME) continue;
      results.push(...holdAll(some, text));
      [some, work] = [[], 0];
      yield;
    }
    found.push([...results, ...holdAll(some, text)]);
  }
  return found;
}

/** Runs to the end at once. */
export function drain<Answer>(turns: Generator<undefined, Answer>): Answer {
  let turn = turns.next();
  while (!turn.done) turn = turns.next();
  return turn.value;
}

/** Runs to the end, giving way to everything else at each turn. */
export async function inTurns<Answer>(turns: Generator<undefined, Answer>): Promise<Answer> {
  let turn = turns.next();
  while (!turn.done) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    turn = turns.next();
  }
  return turn.value;
}

function askedChars({ constraint }: Held): number {
  return LEAST_WORK + JSON.stringify(constraint).length;
}
