import { capitalised, type SentenceRule } from "./cut.ts";
import { STARTS_INSTRUCTION } from "./vocabulary.ts";

const FRAME =
  /^(?:please )?(?:from now on,? )?(?:i (?:want|need|would like) you to |i['’]d like you to |you will |can you |could you )?(?:act (?:as(?: if you (?:are|were))?|like)|you are|you['’]re|pretend (?:that )?(?:you are|you['’]re|to be)|imagine (?:that )?you(?: are|['’]re)|be|behave (?:as|like)|take on the role of|assume the role of|play the role of)\s+/i;
/** What a role starts with: "an expert", "my coach", "Ada, a historian", "senior developer". */
const NAMED = /^(?:an?|the|my|our|one of)\s+[\p{L}\d"“'‘[{]/iu;
const PROPER = /^\p{Lu}[\p{L}.'’-]+/u;
const NOT_A_ROLE = /^(?:an?|the)\s+(?:little|bit|lot)\b/i;
/** A relative clause may hold "and write" of its own. */
const CLAUSE = /\b(?:who|that|which|can|will|to|capable|able|helps?|know)\b/i;

/** "You are …", "Act as …", "I want you to act as …" at the start of a sentence. */
export const frameRole: SentenceRule = (sentence) => {
  const frame = FRAME.exec(sentence);
  if (frame === null) return undefined;
  const said = sentence.slice(frame[0].length);
  const bare = /\b(?:act (?:as|like)|role of)\s+$/i.test(frame[0]);
  const weak = /(?:^|\s)be\s+$/i.test(frame[0]) && !/to be\s+$/i.test(frame[0]);
  if (weak || NOT_A_ROLE.test(said)) return undefined;
  if (!NAMED.test(said) && !PROPER.test(said) && !(bare && /^\p{L}/u.test(said))) return undefined;
  const [role, rest] = splitOrder(said);
  if (role.length > 2_000) return undefined;
  return { put: { part: "role", text: role }, rest: capitalised(rest) };
};

/** "As a senior developer, review this code": only when an order follows the comma. */
export const asRole: SentenceRule = (sentence) => {
  const match = /^as (an? [^,]{2,120}), (.+)$/is.exec(sentence);
  const [, role, order] = match ?? [];
  if (role === undefined || order === undefined || !STARTS_INSTRUCTION.test(order)) return undefined;
  return { put: { part: "role", text: role }, rest: capitalised(order) };
};

/** "a travel agent and plan a trip" → the role and the order that hangs on it. */
function splitOrder(said: string): [role: string, rest: string] {
  for (const joint of said.matchAll(/,? and (?:then )?|, (?:then )?|; /gi)) {
    const role = said.slice(0, joint.index);
    const rest = said.slice(joint.index + joint[0].length);
    if (STARTS_INSTRUCTION.test(rest)) return CLAUSE.test(role) ? [said, ""] : [role, rest];
  }
  return [said, ""];
}
