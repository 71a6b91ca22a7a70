import { MAX_CHECKS, MAX_SAMPLES, MAX_VARIANTS, SHORT_TEXT_CHARS } from "#lib/base/limits.ts";
import { fieldsOf, listOf, textOf } from "#lib/comparison/lenient.ts";
import { restore } from "#lib/comparison/restore.ts";
import { constraintOf } from "./assertions.ts";
import { casesOf } from "./case-rows.ts";
import { noteChanged } from "./differences.ts";
import { counted, createNotes, type Notes } from "./notes.ts";
import { type FooPrompt, promptsIn } from "./promptfoo-prompts.ts";
import { type FooProvider, providersIn } from "./promptfoo-providers.ts";
import { rowsIn } from "./promptfoo-rows.ts";
import { assertionsIn, assertionsOfRows } from "./row-assertions.ts";
import { setAside } from "./set-aside.ts";
import { fromLiteral, fromTemplate } from "./templates.ts";
import type { ImportFormat, ImportReading } from "./types.ts";

/** A promptfoo configuration, or a file of results, which holds one. */
export const promptfoo: ImportFormat = {
  id: "promptfoo",
  label: "promptfoo configurations",
  read(file) {
    if (file.syntax !== "data") return null;
    const fields = fieldsOf(file.value);
    const config = "prompts" in fields ? fields : fieldsOf(fields.config);
    const isConfig =
      "prompts" in config &&
      ["providers", "targets", "tests", "defaultTest", "scenarios"].some((name) => name in config);
    return isConfig ? readConfig(config, config !== fields) : null;
  },
};

/** Read below, or about how promptfoo itself runs. */
const KNOWN = new Set(
  "prompts providers targets tests defaultTest description evaluateOptions $schema sharing outputPath commandLineOptions writeLatestResults metadata tags".split(
    " ",
  ),
);

function readConfig(config: Record<string, unknown>, hasResults: boolean): ImportReading {
  const notes = createNotes();
  setAside(config, notes);
  for (const name of Object.keys(config).filter((each) => !KNOWN.has(each) && each !== "env")) {
    notes.count({ one: "section was left out", many: "sections were left out" }, name);
  }
  if (hasResults) notes.say("The results in the file were left out: run the prompts to get your own.");
  const prompts = promptsIn(config.prompts, notes);
  const providers = providersIn(config.providers ?? config.targets, notes);
  const variants = variantsOf(prompts, providers, notes);
  const everywhere = fieldsOf(config.defaultTest);
  if (typeof config.defaultTest === "string") {
    notes.count(
      { one: "file that is referred to was left out", many: "files that are referred to were left out" },
      config.defaultTest,
    );
  }
  const rows = rowsIn(config.tests, everywhere, notes);
  const asserts = [...assertionsIn(everywhere.assert), ...assertionsOfRows(rows, notes)];
  const checks = asserts.flatMap(({ type, value, label, hard, setting }) => {
    if (typeof value === "string" && /^(?:file|package):/.test(value)) {
      notes.count(
        { one: "assertion in another file was left out", many: "assertions in other files were left out" },
        value,
      );
      return [];
    }
    const constraint = constraintOf(type, templated(value, notes), notes, setting);
    return constraint === null ? [] : [{ constraint, hard, ...(label === "" ? {} : { label }) }];
  });
  for (let index = MAX_CHECKS; index < checks.length; index += 1) {
    notes.count({ one: "check over the limit was left out", many: "checks over the limit were left out" });
  }
  const cases = casesOf(
    rows.map(({ values }) => values).filter((values) => Object.keys(values).length > 0),
    notes,
  );
  const repeat = fieldsOf(config.evaluateOptions).repeat ?? fieldsOf(config.commandLineOptions).repeat ?? 1;
  const samples = Number.isInteger(Number(repeat)) ? Math.min(MAX_SAMPLES, Math.max(1, Number(repeat))) : 1;
  if (Number(repeat) !== samples) noteChanged("repeat", repeat, samples, notes);
  const comparison = restore({
    title: fromLiteral(textOf(config.description, SHORT_TEXT_CHARS)),
    variants,
    cases,
    checks,
    settings: { samples },
  });
  return {
    what: "a promptfoo configuration",
    comparison,
    brings: "all",
    run: null,
    recognised: [
      counted(variants.length, "prompt", "prompts"),
      ...(cases.length === 0 ? [] : [counted(cases.length, "case", "cases")]),
      ...(checks.length === 0 ? [] : [counted(checks.length, "check", "checks")]),
    ],
    leftOut: notes.sentences(),
  };
}

/** Prompts side by side on one model; one prompt on several models when there is only one. */
function variantsOf(prompts: readonly FooPrompt[], providers: readonly FooProvider[], notes: Notes) {
  const [first] = providers;
  const [only] = prompts;
  const crossed = prompts.length === 1 && providers.length > 1;
  const pairs = crossed
    ? providers.map((provider) => ({ prompt: only, provider }))
    : prompts.map((prompt) => ({
        prompt,
        provider: providers.find((each) => each.takes(prompt.label)) ?? first,
      }));
  const used = new Set(pairs.map(({ provider }) => provider));
  for (const provider of providers.filter((each) => !used.has(each))) {
    notes.count({ one: "further model was left out", many: "further models were left out" }, provider.name);
  }
  for (const { prompt, provider } of pairs.slice(MAX_VARIANTS)) {
    const name = crossed ? provider?.name : prompt?.label;
    notes.count(
      { one: "prompt over the limit was left out", many: "prompts over the limit were left out" },
      name,
    );
  }
  return pairs.slice(0, MAX_VARIANTS).map(({ prompt, provider }) => {
    const label = crossed ? (provider?.name ?? "") : (prompt?.label ?? "");
    return {
      ...(label === "" ? {} : { label }),
      prompt: prompt?.prompt,
      ...(provider === undefined ? {} : { model: provider.model, params: provider.params }),
    };
  });
}

/** The texts in an assertion, with their variables as ours. */
function templated(value: unknown, notes: Notes): unknown {
  if (typeof value === "string") return fromTemplate(value, notes);
  return Array.isArray(value) ? listOf(value).map((each) => templated(each, notes)) : value;
}
