import { isInstruction, wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const ORDER =
  /^(?:please |always |you must |you should )?(?:be|use|keep|write|do|don[’']?t|never|avoid|answer|reply|respond|return|output|include|start|end|only|no|speak|stay|stick|cite|quote|ask|give|explain|limit|follow|format|mention|ignore|make|ensure|add|provide|prefer|refer|offer|check|say|tell|call|treat|must|should|not|when|if|always|replace|convert|round|list|name|address|greet|thank|apologi[sz]e|assume|translate|spell|capitali[sz]e|refrain|refuse)\b/i;
const MANY = 20;

export const tooManyRules: CoachRule = {
  id: "too-many-rules",
  title: "Very many rules at once",
  why: "With many rules more of them are missed: weaker models lose some early, strong ones when there are hundreds. Keep those that you would check.",
  example: { before: "(30 rules)", after: "(the 10 that matter; the rest tried without)" },
  source: SOURCES.manyRules,
  find: ({ prompt, fields }) => {
    const listed = fields
      .filter(isInstruction)
      .flatMap(({ sentences }) => sentences)
      .filter(({ marker, body }) => marker !== "" && ORDER.test(body)).length;
    const rules = listed + (prompt.kind === "parts" ? prompt.constraints.length : 0);
    return rules > MANY
      ? wholePrompt(
          `${rules} rules are many. Switch some off and run again: those that change nothing can go.`,
        )
      : [];
  },
};
