import type { PartName, PartsPrompt } from "#lib/prompt/schema.ts";
import { type Proposal, TEXT_PARTS } from "./improvement.ts";

/** Every part of a prompt as a proposal: what the rules recognised can be taken over one by one as well. */
export function proposalsFrom(prompt: PartsPrompt, reasonOf: (part: PartName) => string): Proposal[] {
  const proposals: Proposal[] = [];
  for (const part of TEXT_PARTS) {
    if (prompt[part].trim() !== "") proposals.push({ part, value: prompt[part], reason: reasonOf(part) });
  }
  if (prompt.tone.length > 0) proposals.push({ part: "tone", value: prompt.tone, reason: reasonOf("tone") });
  for (const value of prompt.constraints) {
    proposals.push({ part: "constraints", value, reason: reasonOf("constraints") });
  }
  if (prompt.examples.length > 0) {
    proposals.push({ part: "examples", value: prompt.examples, reason: reasonOf("examples") });
  }
  if (prompt.steps) proposals.push({ part: "steps", value: true, reason: reasonOf("steps") });
  return proposals;
}
