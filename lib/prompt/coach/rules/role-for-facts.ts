import { isInstruction } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const ROLE =
  /^(?:you are|you['’]re|act as|imagine you are|pretend (?:to be|you are)|as) (?:an?|the)\b[^.]*\b(?:nobel|world|expert|genius|best|greatest|smartest|leading|award|top|renowned|famous|professor|historian|scientist|doctor|physicist|chemist|mathematician|geographer|biologist|astronomer|economist|encyclop(?:a|e)dia|specialist|scholar)/i;
/** A question with one right answer; "what should I" asks for judgement. */
const FACT =
  /^(?:what (?:is|was|are|were) the|which|when (?:is|was|did|were)|who (?:is|was|did|won|wrote|discovered|invented)|where (?:is|was|did)|how (?:many|much|long|far|old|high|tall|deep|big|fast)|in (?:which|what) year)\b/i;
const JUDGEMENT = /\b(?:should|would|could|best|better|recommend|advise|opinion|think|my|our|we|i|you)\b/i;

export const roleForFacts: CoachRule = {
  id: "role-for-facts",
  title: "A role does not add knowledge",
  why: "“You are a Nobel laureate” changes the voice, not what the model knows. For a fact, give the source or ask for one.",
  example: {
    before: "You are a Nobel-winning astronomer. Which planet has the shortest day?",
    after: "Which planet has the shortest day? Answer with its name and the length of its day in hours.",
  },
  source: SOURCES.personas,
  find: ({ fields }) => {
    const said = fields.flatMap((field, index) =>
      isInstruction(field) ? field.sentences.map((sentence) => ({ ...sentence, field: index })) : [],
    );
    const [role, question] = said;
    if (said.length !== 2 || role === undefined || question === undefined || !ROLE.test(role.body)) return [];
    if (!question.stop.includes("?") || !FACT.test(question.body) || JUDGEMENT.test(question.body)) return [];
    return [
      {
        message: "A title changes the tone, not the facts. For a fact, give a source or ask for one.",
        field: role.field,
        start: role.start,
        end: role.end,
      },
    ];
  },
};
