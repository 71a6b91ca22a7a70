import { wellFormed } from "#lib/base/well-formed.ts";
import { CONSTRAINT_KINDS, constraintSchema, phraseOf } from "#lib/constraints/registry.ts";
import { partsPromptSchema } from "#lib/prompt/schema.ts";
import { fromFlat } from "./constraint-fields.ts";
import { type Proposal, TEXT_PARTS } from "./improvement.ts";

/** What one field of a reply comes to. */
export interface Reading {
  /** It has the form of that part, be it empty. */
  fits: boolean;
  proposals: Proposal[];
  leftOut: { value: unknown; why: string }[];
}

/** A reason is a remark for a person, not a second answer. */
const REASON_CHARS = 300;
const SHAPES = partsPromptSchema.shape;

/** Reads a part in the form that was asked for, or as the bare value. */
export function readPart(name: string, field: unknown): Reading {
  if (isTextPart(name)) return readText(name, field);
  switch (name) {
    case "tone":
      return readTone(field);
    case "constraints":
      return readConstraints(field);
    case "examples":
      return readExamples(field);
    case "steps":
      return readSteps(field);
    default:
      return {
        fits: false,
        proposals: [],
        leftOut: [{ value: field, why: "No part of a prompt has this name." }],
      };
  }
}

type TextPart = (typeof TEXT_PARTS)[number];

function isTextPart(name: string): name is TextPart {
  return (TEXT_PARTS as readonly string[]).includes(name);
}

function readText(part: TextPart, field: unknown): Reading {
  const value = fieldValue(field, "text");
  if (typeof value !== "string") return misfit(field, "A text was expected here.");
  if (value.trim() === "") return EMPTY;
  const parsed = SHAPES[part].safeParse(value.trim());
  if (!parsed.success) return misfit(value, "It is longer than this part may be.");
  return found({ part, value: parsed.data, reason: reasonOf(field) });
}

function readTone(field: unknown): Reading {
  const value = fieldValue(field, "words");
  const words = typeof value === "string" ? value.split(",") : value;
  if (!Array.isArray(words) || !words.every((word) => typeof word === "string")) {
    return misfit(field, "A list of words was expected here.");
  }
  const kept = words.map((word) => word.trim()).filter((word) => word !== "");
  if (kept.length === 0) return EMPTY;
  const parsed = SHAPES.tone.safeParse(kept);
  if (!parsed.success) return misfit(value, "There are more or longer words than a tone may have.");
  return found({ part: "tone", value: parsed.data, reason: reasonOf(field) });
}

function readConstraints(field: unknown): Reading {
  const list = fieldValue(field, "list");
  if (!Array.isArray(list)) return misfit(field, "A list of constraints was expected here.");
  const readings = list.map(readConstraint);
  return {
    fits: true,
    proposals: readings.flatMap(({ proposals }) => proposals),
    leftOut: readings.flatMap(({ leftOut }) => leftOut),
  };
}

function readConstraint(item: unknown): Reading {
  const fields = new Map(isObject(item) ? Object.entries(item) : []);
  const kind = fields.get("kind");
  if (typeof kind !== "string") return misfit(item, "A constraint without a kind.");
  if (!Object.hasOwn(CONSTRAINT_KINDS, kind)) return misfit(item, "No kind of constraint has this name.");
  const parsed = constraintSchema.safeParse(fromFlat(kind, fields));
  if (!parsed.success) return misfit(item, "Its values do not fit this kind of constraint.");
  if (phraseOf(parsed.data) === "") return misfit(item, "This constraint says nothing yet.");
  return found({ part: "constraints", value: parsed.data, reason: reasonOf(item) });
}

function readExamples(field: unknown): Reading {
  const value = fieldValue(field, "pairs");
  const parsed = SHAPES.examples.safeParse(value);
  if (!Array.isArray(value) || !parsed.success)
    return misfit(field, "Pairs of input and output were expected here.");
  const kept = parsed.data.filter(({ input, output }) => input.trim() !== "" || output.trim() !== "");
  return kept.length === 0 ? EMPTY : found({ part: "examples", value: kept, reason: reasonOf(field) });
}

function readSteps(field: unknown): Reading {
  const value = fieldValue(field, "on");
  if (typeof value !== "boolean") return misfit(field, "Yes or no was expected here.");
  return value ? found({ part: "steps", value: true, reason: reasonOf(field) }) : EMPTY;
}

const EMPTY: Reading = { fits: true, proposals: [], leftOut: [] };

function found(proposal: Proposal): Reading {
  return { fits: true, proposals: [proposal], leftOut: [] };
}

function misfit(value: unknown, why: string): Reading {
  return { fits: false, proposals: [], leftOut: [{ value, why }] };
}

/** `{text: …, reason: …}` as asked, or the bare value. */
function fieldValue(field: unknown, name: string): unknown {
  return isObject(field) && Object.hasOwn(field, name) ? new Map(Object.entries(field)).get(name) : field;
}

function reasonOf(field: unknown): string {
  const reason = isObject(field) ? new Map<string, unknown>(Object.entries(field)).get("reason") : undefined;
  return typeof reason === "string" ? wellFormed(reason.trim().slice(0, REASON_CHARS)) : "";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
