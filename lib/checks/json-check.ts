import { hasSchema, json, readJson } from "#lib/constraints/kinds/json.ts";
import type { Constraint } from "#lib/constraints/registry.ts";
import type { Finding, Reading } from "#lib/constraints/types.ts";
import { holdSchema } from "./json-schema.ts";

/** The kind's own check, then the schema. */
export function checkJson(value: Constraint<"json">, text: string, reading: Reading): Finding {
  const finding = json.check(value, text, reading);
  const parsed = hasSchema(value) && finding.result === "undecided" ? readJson(text, reading) : null;
  if (parsed === null) return finding;
  const verdict = holdSchema(value.schema ?? "", parsed.value);
  const { asked } = finding;
  switch (verdict.result) {
    case "pass":
      return { result: "pass", found: "JSON that its schema allows", asked, spans: [] };
    case "fail": {
      const place = verdict.where === "" ? "it" : `“${verdict.where.slice(0, 80)}”`;
      return { result: "fail", found: `${place} ${verdict.why}`, asked, spans: [] };
    }
    case "undecided":
      return { result: "undecided", found: verdict.why, asked, spans: [] };
  }
}
