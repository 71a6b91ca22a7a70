import { MAX_CHECKS, SHORT_TEXT_CHARS } from "#lib/base/limits.ts";
import { fieldsOf, listOf, textOf } from "#lib/comparison/lenient.ts";
import type { Constraint } from "#lib/constraints/registry.ts";
import { constraintOf } from "./assertions.ts";
import { promptOfMessages } from "./chat-messages.ts";
import { createNotes, type Notes } from "./notes.ts";
import { fromTemplate } from "./templates.ts";

type Fields = Record<string, unknown>;

/** What the operations of a string check are called among assertions. */
const OPERATIONS: Readonly<Record<string, string>> = {
  eq: "equals",
  ne: "not-equals",
  neq: "not-equals",
  like: "contains",
  ilike: "icontains",
};
const OUTPUT = /^\{\{\s*sample\.output_text\s*\}\}$/;

/** Graders of an eval as checks; those that no check stands for are noted by kind and name. */
export function checksOfGraders(input: unknown, notes: Notes) {
  const checks = listOf(input).flatMap((item) => {
    const grader = fieldsOf(item);
    const label = textOf(grader.name, SHORT_TEXT_CHARS);
    const constraint = constraintOfGrader(grader, notes);
    if (constraint !== null)
      return [{ constraint, hard: constraint.kind !== "other", ...(label === "" ? {} : { label }) }];
    const type = textOf(grader.type, 60);
    notes.count(
      { one: `grader of kind ${type} was left out`, many: `graders of kind ${type} were left out` },
      label,
    );
    return [];
  });
  for (let index = MAX_CHECKS; index < checks.length; index += 1) {
    notes.count({ one: "check over the limit was left out", many: "checks over the limit were left out" });
  }
  return checks;
}

function constraintOfGrader(grader: Fields, notes: Notes): Constraint | null {
  switch (grader.type) {
    case "string_check":
      return stringCheck(grader, notes);
    case "label_model":
    case "score_model":
      return judged(grader, notes);
    default:
      return null;
  }
}

/** A check looks at the whole answer; a grader that looks at anything else is none. */
function stringCheck(grader: Fields, notes: Notes): Constraint | null {
  const operation = textOf(grader.operation, 10);
  const type = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined;
  const reference = textOf(grader.reference, SHORT_TEXT_CHARS);
  if (type === undefined || !OUTPUT.test(textOf(grader.input, 200)) || reference.includes("sample."))
    return null;
  return constraintOf(type, fromTemplate(reference, notes, "item"), notes);
}

/** What a model was asked to grade becomes words for people or a judge. */
function judged(grader: Fields, notes: Notes): Constraint | null {
  const { system = "", text } = promptOfMessages(grader.input, createNotes(), (raw) =>
    fromTemplate(raw, createNotes(), "item"),
  );
  const labels = listOf(grader.passing_labels).map((label) => textOf(label, 100));
  const asked = [system, text].filter((part) => part !== "").join("\n\n");
  const passing = labels.length === 0 ? "" : `\n\nPasses when it is: ${labels.join(", ")}.`;
  if (asked === "") return null;
  notes.say("What a model was to grade became a check for people or a judge; no rule decides it.");
  return { kind: "other", text: `${asked}${passing}` };
}
