import { allChecks, type ContractCheck } from "#lib/comparison/derive.ts";
import { fillChecks } from "#lib/comparison/fill-checks.ts";
import { EMPTY_CASE } from "#lib/comparison/plan.ts";
import type { Case, Comparison } from "#lib/comparison/schema.ts";
import { chipOf } from "#lib/constraints/registry.ts";
import { compile } from "#lib/prompt/compile.ts";
import { countVariables } from "#lib/prompt/variables.ts";
import { readSnapshot } from "../snapshot-reading.ts";
import { writeYaml } from "../yaml.ts";
import { assertionOf } from "./promptfoo-assertions.ts";
import type { FooAssertion } from "./promptfoo-json.ts";
import { providerOf } from "./promptfoo-provider.ts";
import { createTemplates, type Templates } from "./promptfoo-templates.ts";
import type { ExportFormat } from "./types.ts";

/** A configuration that the promptfoo command runs: the same prompts, models, cases and, where it has them, checks. */
export const promptfoo: ExportFormat = {
  kind: "text",
  id: "promptfoo",
  label: "promptfoo",
  about: "A configuration for promptfoo eval.",
  extension: "yaml",
  mediaType: "application/yaml",
  write(snapshot) {
    const { comparison } = snapshot;
    const leftOut: string[] = [];
    const templates = createTemplates(comparison);
    const { providers, prompts } = matrixOf(snapshot, templates, leftOut);
    const { everywhere, tests } = testsOf(comparison, templates, leftOut);
    const config = {
      description: templates.literal(readSnapshot(snapshot).title),
      prompts,
      providers,
      ...(everywhere.length === 0 ? {} : { defaultTest: { assert: everywhere } }),
      ...(tests.length === 0 ? {} : { tests }),
      evaluateOptions: { repeat: comparison.settings.samples },
      // Without this, `promptfoo share` would be one word away from a stranger's server.
      sharing: false,
    };
    const header = ["Written by Afterprompt. Run it with: promptfoo eval -c THIS-FILE", ...leftOut];
    const comments = header.map((line) => `# ${line.replaceAll(/\s+/g, " ")}\n`).join("");
    return { text: comments + writeYaml(config), leftOut };
  },
};

/** Prompts, and the models that take them: one for all where all have the same. */
function matrixOf(snapshot: Parameters<typeof readSnapshot>[0], templates: Templates, leftOut: string[]) {
  const { variants } = readSnapshot(snapshot);
  const labels = uniqueLabels(variants.map(({ label }) => label)).map(templates.literal);
  const prompts = variants.map(({ variant }, index) => ({
    label: labels[index],
    // As a chat in JSON, so that a prompt is never taken for the name of a file.
    raw: chatOf(
      compile(variant.prompt).messages.map((message) => ({
        ...message,
        content: templates.text(message.content),
      })),
    ),
  }));
  const made = variants.map(({ variant }) => providerOf(variant, templates, leftOut));
  const same = made.every((each) => JSON.stringify(each) === JSON.stringify(made[0]));
  if (same) return { prompts, providers: made.slice(0, 1) };
  const providers = made.map((each, index) => ({
    ...each,
    label: `${each.id} (${labels[index]})`,
    prompts: [labels[index]],
  }));
  return { prompts, providers };
}

/** Several lines even for one message, and one message a line: a text with a line end is no file name. */
function chatOf(messages: readonly object[]): string {
  return `[\n${messages.map((message) => `  ${JSON.stringify(message)}`).join(",\n")}\n]`;
}

function uniqueLabels(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    let unique = label;
    for (let count = 2; taken.has(unique); count += 1) unique = `${label} (${count})`;
    taken.add(unique);
    return unique;
  });
}

/** What holds for every case stands once; a check with a variable in it stands with each case, filled in. */
function testsOf(comparison: Comparison, templates: Templates, leftOut: string[]) {
  const checks = allChecks(comparison).filter(({ off }) => off !== true);
  const switchedOff = allChecks(comparison).length - checks.length;
  if (switchedOff > 0) leftOut.push(`Checks that are switched off were left out: ${switchedOff}.`);
  const [fixed, filled] = split(checks, ({ constraint }) => countVariables(constraint).size === 0);
  const everywhere = asserts(fixed, templates, leftOut);
  const usable = comparison.cases.filter(({ values }) =>
    Object.values(values).every((value) => !templates.isRun(value)),
  );
  if (usable.length < comparison.cases.length) {
    leftOut.push(
      `Cases were left out because promptfoo would take a value for a template or a file: ${comparison.cases.length - usable.length}.`,
    );
  }
  const none: Case[] = comparison.cases.length === 0 && filled.length > 0 ? [EMPTY_CASE] : [];
  const tests = [...usable, ...none].map(({ id, values }) => {
    const own = asserts(
      fillChecks(filled, values),
      templates,
      id === (usable[0] ?? EMPTY_CASE).id ? leftOut : [],
    );
    return {
      description: `Case ${id}`,
      vars: templates.vars(values),
      ...(own.length === 0 ? {} : { assert: own }),
    };
  });
  return { everywhere, tests };
}

function asserts(checks: readonly ContractCheck[], templates: Templates, leftOut: string[]): FooAssertion[] {
  return checks.flatMap(({ constraint, label, hard }) => {
    const name = label ?? chipOf(constraint);
    const assertion = assertionOf(constraint, templates.literal);
    if (assertion?.type.endsWith("word-count") && !leftOut.includes(WORDS)) leftOut.push(WORDS);
    if (assertion === null) {
      const why =
        constraint.kind === "other" ? "people or a judge decide it" : "promptfoo has no assertion for it";
      leftOut.push(`The check “${name}” was left out: ${why}.`);
      return [];
    }
    // A weight of 0 is shown and decides nothing, as a soft check does here.
    return [{ ...assertion, metric: templates.literal(name), ...(hard ? {} : { weight: 0 }) }];
  });
}

const WORDS =
  "promptfoo counts as a word whatever stands between spaces, also the dash of a list: counts differ by a few, and by far in scripts without spaces.";

function split<Item>(items: readonly Item[], first: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(first), items.filter((item) => !first(item))];
}
