import { SHORT_TEXT_CHARS } from "#lib/base/limits.ts";
import { fieldsOf, listOf, textOf } from "#lib/comparison/lenient.ts";
import type { Params, Variant } from "#lib/comparison/schema.ts";
import { DEMO_MODEL, modelOfId, paramsOf } from "./model-of.ts";
import type { Notes } from "./notes.ts";
import { isSetAside } from "./set-aside.ts";
import { fromLiteral } from "./templates.ts";

export interface FooProvider {
  name: string;
  model: Variant["model"];
  params: Params;
  /** Whether it is meant for the prompt with this label in particular. */
  takes(label: string): boolean;
}

/** A list of ids, of `{ id, config }`, or of `{ "openai:chat:x": { config } }`. An address in one is noted elsewhere. */
export function providersIn(input: unknown, notes: Notes): FooProvider[] {
  return listOf(input).flatMap((item) => {
    if (typeof item === "string") return provider(item, {}, notes);
    const fields = fieldsOf(item);
    if (typeof fields.id === "string") return provider(fields.id, fields, notes);
    const [entry] = Object.entries(fields);
    return entry === undefined ? [] : provider(entry[0], fieldsOf(entry[1]), notes);
  });
}

function provider(id: string, fields: Record<string, unknown>, notes: Notes): FooProvider[] {
  if (/^(?:file|exec|python|javascript|package|https?|wss?):/.test(id)) {
    notes.count(
      {
        one: "provider that is a program or an address was left out",
        many: "providers that are programs or addresses were left out",
      },
      id.split(":")[0],
    );
    return [];
  }
  const model = modelOfId(fromLiteral(id));
  if (model === null) {
    notes.count(
      {
        one: "model of a service that is not known here became the demo",
        many: "models of services that are not known here became the demo",
      },
      id,
    );
  }
  const { passthrough, omitDefaults: _, ...config } = fieldsOf(fields.config);
  const settings = { ...config, ...fieldsOf(passthrough) };
  const names = Object.keys(settings).filter(isSetAside);
  const prompts = listOf(fields.prompts).map((label) => fromLiteral(textOf(label, SHORT_TEXT_CHARS)));
  return [
    {
      name: fromLiteral(textOf(fields.label ?? id, 200)),
      model: model ?? DEMO_MODEL,
      params: paramsOf(settings, notes, [...names, "apiKeyRequired"]),
      takes: (label) => prompts.includes(label),
    },
  ];
}
