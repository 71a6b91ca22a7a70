import { chipOf } from "#lib/constraints/registry.ts";
import type { Put, SentenceRule } from "./cut.ts";
import type { Draft, Found } from "./draft.ts";
import { nothingLost } from "./kept.ts";
import { countsPieces, isCount } from "./pieces.ts";
import { NEGATIVE_RULES, ROLE_RULES, SENTENCE_RULES } from "./rules.ts";
import { QUOTED } from "./vocabulary.ts";

/** A sentence gives up at most this many clauses. */
const MOST_CUTS = 12;
const NEGATIVE = /^(?:please )?(?:do not|don['’]?t|never|avoid|without)\b/i;
const QUOTATIONS = new RegExp(QUOTED, "gu");
const ASKS_POLITELY = /^(?:please|(?:can|could|would|will) you)\b/i;

/** What holds only sometimes is no promise of every answer. */
const CONDITIONAL = /\b(?:if|unless|otherwise|whenever|in case)\b|^(?:when|once|for (?:each|every))\b/i;

/** Moves what the rules find in one sentence into the draft; returns what stays of the sentence. */
export function readSentence(body: string, stop: string, draft: Draft, found: Found[]): string {
  if (stop.includes("?") && !ASKS_POLITELY.test(body)) return body;
  // Asked of the whole sentence: what a rule has taken out of it no longer tells.
  const ofPieces = countsPieces(body);
  let rest = body;
  for (let cuts = 0; cuts < MOST_CUTS && rest !== ""; cuts += 1) {
    const next = readOnce(rest, stop, ofPieces, draft, found);
    if (next === rest) break;
    rest = next;
  }
  return rest;
}

function readOnce(body: string, stop: string, ofPieces: boolean, draft: Draft, found: Found[]): string {
  for (const rule of rulesFor(body)) {
    const cut = rule(body, stop);
    if (cut === undefined || !nothingLost(body, cut.rest, cut.put)) continue;
    if (ofPieces && isCount(cut.put)) continue;
    const outcome = draft.add(cut.put);
    if (outcome === "added") found.push({ part: cut.put.part, text: takenText(body, cut.rest, cut.put) });
    // The words may stay and give a check all the same; then the other rules go on.
    if (outcome !== "full" && cut.rest !== body) return cut.rest;
  }
  return body;
}

function rulesFor(body: string): readonly SentenceRule[] {
  if (CONDITIONAL.test(body.replace(QUOTATIONS, ""))) return ROLE_RULES;
  return NEGATIVE.test(body) ? NEGATIVE_RULES : SENTENCE_RULES;
}

/** The words that went: what lies between the common beginning and the common end. */
function takenText(before: string, rest: string, put: Put): string {
  if (before === rest) return put.part === "constraints" ? chipOf(put.constraint) : before;
  const [from, to] = [before.toLowerCase(), rest.toLowerCase()];
  let start = 0;
  while (start < to.length && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < to.length - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const taken = before.slice(start, before.length - end);
  return taken.replace(/^[\s,;]+|[\s,;]+$/g, "");
}
