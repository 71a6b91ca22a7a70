import { countRange } from "#lib/constraints/count.ts";
import { foldCase, normalText } from "#lib/constraints/fold.ts";
import { type Constraint, findingOf, isNegated } from "#lib/constraints/registry.ts";
import type { Finding } from "#lib/constraints/types.ts";
import { shortened } from "#lib/constraints/wording.ts";
import type { Held } from "./hold.ts";
import { normalised } from "./normalised.ts";
import { type CheckResult, SAID_CHARS } from "./types.ts";

/** As much of a text as is looked at while it is being written, characters. What is decided there stays decided. */
const LOOKED_AT_CHARS = 20_000;

type Counted = Extract<Constraint, { op: unknown; n: unknown }>;

/**
 * What can already be told of a text that is still being written: a result that no further text can change, or
 * null. "5 lines so far" breaks "exactly 4 lines" for good; 4 lines keep nothing yet. Strict reading, no loose one.
 */
export function decidedEarly(check: Held, partial: string): CheckResult | null {
  if (check.unfilled !== undefined) return null;
  const { text, original } = normalised(partial.slice(0, LOOKED_AT_CHARS));
  const settled = text.slice(0, text.search(/\s\S*$/) + 1);
  if (settled.trim() === "") return null;
  const finding = early(check.constraint, settled);
  if (finding === null || finding.result === "undecided") return null;
  const turned = isNegated(check.constraint);
  const kept = (finding.result === "pass") !== turned;
  return {
    id: check.id,
    result: kept ? "pass" : "fail",
    loose: kept ? "pass" : "undecided",
    found: shortened(finding.found, SAID_CHARS),
    asked: shortened(turned ? `not: ${finding.asked}` : finding.asked, SAID_CHARS),
    spans: finding.spans.slice(0, 100).map(original),
  };
}

/** The finding on `text`, which ends after white space, when it is the finding on every text that goes on from it. */
function early(constraint: Constraint, text: string): Finding | null {
  const lines = text.slice(0, text.lastIndexOf("\n") + 1);
  switch (constraint.kind) {
    case "lines":
    case "letter":
    case "keyword":
    case "placeholders":
      return counted(constraint, text);
    case "characters":
      return counted(constraint, text.slice(0, -1));
    case "words":
    case "sections":
    case "highlighted":
    case "capital-words":
      return counted(constraint, lines);
    case "paragraphs":
      return (constraint.divider ?? "").trim() === "" ? counted(constraint, text) : null;
    case "bullets":
      return /`{3}|~{3}/.test(text) ? null : counted(constraint, lines);
    case "include":
      return kept(constraint, text);
    case "no-comma":
    case "exclude":
      return broken(constraint, text);
    case "case":
      return constraint.case === "title" ? null : broken(constraint, text);
    case "title":
      return kept(constraint, lines);
    case "starts-with":
    case "repeat-prompt":
      return beginning(constraint, text);
    case "json":
      return /^\s*[^\s{["\-\dtfn]/.test(text) ? findingOf(constraint, text, "strict") : null;
    case "quotes":
      return /^\s*[^\s"“„”«»「『《〝]/.test(text) ? findingOf(constraint, text, "strict") : null;
    default:
      return null;
  }
}

/** Counts only grow: more than allowed is broken for good, as many as wanted without an upper end is kept for good. */
function counted(constraint: Counted, text: string): Finding | null {
  const { low, high } = countRange(constraint);
  const limited: Constraint = Number.isFinite(high)
    ? { ...constraint, op: "at-most", n: high, max: undefined }
    : { ...constraint, op: "at-least", n: low, max: undefined };
  const { result } = findingOf(limited, text, "strict");
  if (result !== (Number.isFinite(high) ? "fail" : "pass")) return null;
  const finding = findingOf(constraint, text, "strict");
  return { ...finding, found: `${finding.found} so far` };
}

/** Decided with the first word that differs, or once enough follows for the last word to be whole. */
function beginning(constraint: Extract<Constraint, { text: string }>, text: string): Finding | null {
  const wanted = foldCase(normalText(constraint.text).trim());
  const begun = text.trim();
  const onItsWay = wanted.startsWith(foldCase(begun));
  return wanted !== "" && (begun.length > wanted.length + 1 || !onItsWay)
    ? findingOf(constraint, text, "strict")
    : null;
}

function kept(constraint: Constraint, text: string): Finding | null {
  const finding = findingOf(constraint, text, "strict");
  return finding.result === "pass" ? finding : null;
}

function broken(constraint: Constraint, text: string): Finding | null {
  const finding = findingOf(constraint, text, "strict");
  return finding.result === "fail" ? finding : null;
}
