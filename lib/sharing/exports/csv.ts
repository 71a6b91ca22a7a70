import { allChecks } from "#lib/comparison/derive.ts";
import { chipOf } from "#lib/constraints/registry.ts";
import { ANSWER_COLUMNS } from "../answer-columns.ts";
import { writeCsv } from "../csv.ts";
import { readSnapshot } from "../snapshot-reading.ts";
import { answeredBy } from "./origin-words.ts";
import type { ExportFormat } from "./types.ts";

/** One row an answer, for a spreadsheet: who gave it, how it ended, what each check said, the text. */
export const csv: ExportFormat = {
  kind: "text",
  id: "csv",
  label: "CSV",
  about: "One row an answer, for a spreadsheet.",
  extension: "csv",
  mediaType: "text/csv",
  needsAnswers: true,
  write(snapshot) {
    const { comparison, run } = snapshot;
    const variants = new Map(readSnapshot(snapshot).variants.map((each) => [each.variant.id, each]));
    const checks = allChecks(comparison);
    const names = [...new Set(comparison.cases.flatMap(({ values }) => Object.keys(values)))];
    const values = new Map(comparison.cases.map((each) => [each.id, each.values]));
    const header = [
      ...ANSWER_COLUMNS,
      ...names.map((name) => `variable: ${name}`),
      ...checks.map(({ label, constraint }) => `check: ${label ?? chipOf(constraint)}`),
      "text",
    ];
    const rows = (run?.samples ?? []).map((sample) => {
      const side = variants.get(sample.variant);
      const results = new Map(sample.checks.map(({ id, result }) => [id, result]));
      return [
        side?.label ?? sample.variant,
        side?.variant.model.provider ?? "",
        side?.variant.model.model ?? "",
        sample.case,
        sample.sample + 1,
        answeredBy(sample),
        sample.ending,
        sample.usage.inputTokens,
        sample.usage.outputTokens,
        sample.usage.estimated ? "yes" : "no",
        sample.timing.firstTokenMs ?? "",
        sample.timing.totalMs,
        ...names.map((name) => values.get(sample.case)?.[name] ?? ""),
        ...checks.map(({ id }) => results.get(id) ?? ""),
        sample.text,
      ];
    });
    return { text: writeCsv([header, ...rows]), leftOut: [] };
  },
};
