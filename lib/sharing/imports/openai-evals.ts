import { MAX_VARIANTS, SHORT_TEXT_CHARS } from "#lib/base/limits.ts";
import { fieldsOf, listOf, textOf } from "#lib/comparison/lenient.ts";
import { restore } from "#lib/comparison/restore.ts";
import { capabilitiesOf } from "#lib/providers/capabilities.ts";
import { casesOf } from "./case-rows.ts";
import { promptOfMessages } from "./chat-messages.ts";
import { itemsIn } from "./eval-items.ts";
import { checksOfGraders } from "./graders.ts";
import { paramsOf } from "./model-of.ts";
import { counted, createNotes, type Notes } from "./notes.ts";
import { setAside } from "./set-aside.ts";
import { fromTemplate } from "./templates.ts";
import type { FileData, ImportFormat, ImportReading } from "./types.ts";

type Fields = Record<string, unknown>;

/** What OpenAI's Evals gave out: evals, runs, their items, alone or together, as JSON or a line each. */
export const openaiEvals: ImportFormat = {
  id: "openai-evals",
  label: "OpenAI evals",
  read(file) {
    const objects = objectsIn(file);
    const evals = objects.filter((each) => Array.isArray(each.testing_criteria));
    const runs = objects.filter((each) => "data_source" in each && !Array.isArray(each.testing_criteria));
    const rows = objects.filter((each) => isItem(each.item) || isItem(each.datasource_item));
    return evals.length + runs.length + rows.length === 0 ? null : readEvals(evals, runs, rows);
  },
};

/** Every object on the outside: a list of them, a page of a list, an eval with its runs beside it. */
function objectsIn(file: FileData): Fields[] {
  if (file.syntax === "table") return [];
  const outer = file.syntax === "lines" ? file.values : listOf(file.value);
  return outer.map(fieldsOf).flatMap((fields) => {
    const inner = ["data", "eval", "evals", "runs", "run", "items", "output_items"].flatMap((name) =>
      listOf(fields[name]).map(fieldsOf),
    );
    return [fields, ...inner];
  });
}

function isItem(value: unknown): boolean {
  return Object.keys(fieldsOf(value)).length > 0;
}

function readEvals(evals: Fields[], runs: Fields[], rows: Fields[]): ImportReading {
  const notes = createNotes();
  for (const each of [...evals, ...runs]) setAside(each, notes);
  const [first, ...others] = evals;
  for (const other of others) {
    notes.count(
      { one: "further eval was left out", many: "further evals were left out" },
      textOf(other.name, 200),
    );
  }
  const variants = runs.flatMap((run) => variantOf(run, notes));
  for (const { label } of variants.slice(MAX_VARIANTS)) {
    notes.count({ one: "run over the limit was left out", many: "runs over the limit were left out" }, label);
  }
  const items = itemsIn(runs, rows, notes);
  const cases = casesOf(items, notes);
  const checks = checksOfGraders(first?.testing_criteria, notes);
  const comparison = restore({
    title: textOf(first?.name ?? runs[0]?.name, SHORT_TEXT_CHARS),
    variants: variants.slice(0, MAX_VARIANTS),
    cases,
    checks,
  });
  return {
    what: first === undefined ? "rows of an OpenAI eval" : "an OpenAI eval",
    comparison,
    brings: variants.length === 0 ? "rows" : "all",
    run: null,
    recognised: [
      ...(variants.length === 0
        ? []
        : [counted(Math.min(variants.length, MAX_VARIANTS), "prompt", "prompts")]),
      ...(cases.length === 0 ? [] : [counted(cases.length, "case", "cases")]),
      ...(checks.length === 0 ? [] : [counted(checks.length, "check", "checks")]),
    ],
    leftOut: notes.sentences(),
  };
}

/** A run's prompt, model and settings; none for a run that was given its answers. */
function variantOf(run: Fields, notes: Notes) {
  const source = fieldsOf(run.data_source);
  const messages = fieldsOf(source.input_messages);
  if (!Array.isArray(messages.template)) {
    const why = messages.item_reference === undefined ? "no prompt in it" : "its messages lie in the rows";
    notes.count({ one: "run was left out", many: "runs were left out" }, `${textOf(run.name, 100)} (${why})`);
    return [];
  }
  const model = textOf(source.model ?? run.model, 200);
  const params = paramsOf(source.sampling_params, notes);
  const known = capabilitiesOf("openai", model).params;
  const taken = Object.fromEntries(
    Object.entries(params).filter(([name]) => known.some((each) => each === name)),
  );
  return [
    {
      label: textOf(run.name, SHORT_TEXT_CHARS),
      prompt: promptOfMessages(messages.template, notes, (text) => fromTemplate(text, notes, "item")),
      ...(model === "" ? {} : { model: { provider: "openai", model } }),
      params: taken,
    },
  ];
}
