import { hasSchema, json, readJson } from "#lib/constraints/kinds/json.ts";
import type { Constraint } from "#lib/constraints/registry.ts";
import type { Finding, Reading } from "#lib/constraints/types.ts";
import { holdSchema, type SchemaVerdict } from "./json-schema.ts";

/** The kind's own check, then the schema. */
export function checkJson(value: Constraint<"json">, text: string, reading: Reading): Finding {
  const finding = json.check(value, text, reading);
  const parsed = hasSchema(value) && finding.result === "undecided" ? readJson(text, reading) : null;
  if (parsed === null) return finding;
  const verdict = verdictOn(value.schema ?? "", parsed);
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

let last: { schema: string; parsed: object; verdict: SchemaVerdict } | null = null;

/** The two readings of one text ask for the same one after another; `readJson` gives them the same object. */
function verdictOn(schema: string, parsed: { value: unknown }): SchemaVerdict {
  if (last?.parsed !== parsed || last.schema !== schema)
    last = { schema, parsed, verdict: holdSchema(schema, parsed.value) };
  return last.verdict;
}
