import type { ResponseSchema } from "#lib/providers/types.ts";
import { type FLAT_FIELDS, KIND_NAMES } from "./constraint-fields.ts";
import { TEXT_PARTS } from "./improvement.ts";

type Schema = { [keyword: string]: unknown };

const text: Schema = { type: "string" };
const texts: Schema = { type: "array", items: text };
const flag: Schema = { type: "boolean" };
const whole: Schema = { type: "integer" };

/** Every property required and no other allowed, as the services demand. */
function object(properties: Record<string, Schema>): Schema {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

const FLAT: Record<(typeof FLAT_FIELDS)[number], Schema> = {
  op: { type: "string", enum: ["exactly", "at-least", "at-most", "between"] },
  n: whole,
  max: whole,
  words: texts,
  text,
};

const PARTS: Record<string, Schema> = {
  ...Object.fromEntries(TEXT_PARTS.map((part) => [part, object({ text, reason: text })])),
  tone: object({ words: texts, reason: text }),
  constraints: {
    type: "array",
    items: object({ kind: { type: "string", enum: KIND_NAMES }, ...FLAT, reason: text }),
  },
  examples: object({
    pairs: { type: "array", items: object({ input: text, output: text }) },
    reason: text,
  }),
  steps: object({ on: flag, reason: text }),
};

/** The shape of a reply, for services that can hold a model to one. An empty part is no proposal. */
export const REPLY_SCHEMA: ResponseSchema = { name: "prompt_parts", schema: object(PARTS) };
