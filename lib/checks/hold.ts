import { type Constraint, chipOf, findingOf, isNegated, type KindName } from "#lib/constraints/registry.ts";
import type { Finding, Reading, Span } from "#lib/constraints/types.ts";
import { shortened } from "#lib/constraints/wording.ts";
import { HEAVY_CHECKS } from "./heavy-checks.ts";
import { looseVariants } from "./loose.ts";
import { type Normalised, normalised } from "./normalised.ts";
import { type CheckResult, SAID_CHARS } from "./types.ts";

/** More evidence than this helps nobody and makes a long answer's result larger than the answer. */
const MAX_SPANS = 100;

/** What holding needs of a check. */
export interface Held {
  id: string;
  constraint: Constraint;
  /** A {{variable}} in it that has no value: what is asked is not known, so nothing is found. */
  unfilled?: string;
}

/** Holds one text against one check: strictly, loosely, and with the evidence in the text as given. Total on any text. */
export function hold(check: Held, text: string): CheckResult {
  return holdNormalised(check, normalised(text));
}

/** Holds one text against many checks, in their order. */
export function holdAll(checks: readonly Held[], text: string): CheckResult[] {
  const normal = normalised(text);
  return checks.map((check) => holdNormalised(check, normal));
}

/** The strict finding alone, with `not` applied; for those who make their own variants of a text. */
export function strictFinding(constraint: Constraint, text: string): Finding {
  return judge(constraint, normalised(text).text, "strict");
}

function holdNormalised(check: Held, { text, original }: Normalised): CheckResult {
  const { id, constraint, unfilled } = check;
  if (unfilled !== undefined) return unasked(id, constraint, unfilled);
  const strict = judge(constraint, text, "strict");
  return {
    id,
    result: strict.result,
    loose: strict.result === "fail" && passesLoosely(constraint, text) ? "pass" : strict.result,
    found: shortened(strict.found, SAID_CHARS),
    asked: shortened(strict.asked, SAID_CHARS),
    spans: strict.spans.toSorted(inTextOrder).slice(0, MAX_SPANS).map(original),
  };
}

function unasked(id: string, constraint: Constraint, variable: string): CheckResult {
  return {
    id,
    result: "undecided",
    loose: "undecided",
    found: shortened(`{{${variable}}} has no value yet`, SAID_CHARS),
    asked: shortened(chipOf(constraint), SAID_CHARS),
    spans: [],
  };
}

/** A reader goes through the evidence from the top, whichever word it is evidence for. */
function inTextOrder(one: Span, other: Span): number {
  return one.start - other.start || one.end - other.end;
}

function passesLoosely(constraint: Constraint, text: string): boolean {
  for (const variant of looseVariants(text)) {
    if (judge(constraint, variant, "loose").result === "pass") return true;
  }
  return false;
}

/** The kind's finding, with `not` applied. An empty output keeps no promise, not even one to leave something out. */
function judge(constraint: Constraint, text: string, reading: Reading): Finding {
  const finding = check(constraint, text, reading);
  const turned = isNegated(constraint) ? negated(finding) : finding;
  const empty = text.trim() === "" && turned.result !== "undecided";
  return empty ? { ...turned, result: "fail", found: "empty output", spans: [] } : turned;
}

function check<Name extends KindName>(constraint: Constraint<Name>, text: string, reading: Reading): Finding {
  return HEAVY_CHECKS[constraint.kind]?.(constraint, text, reading) ?? findingOf(constraint, text, reading);
}

function negated(finding: Finding): Finding {
  const asked = `not: ${finding.asked}`;
  if (finding.result === "undecided") return { ...finding, asked };
  return { ...finding, result: finding.result === "pass" ? "fail" : "pass", asked };
}
