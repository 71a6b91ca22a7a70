import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { randomText } from "#lib/checks/random-texts.fixture.ts";
import { restore } from "#lib/comparison/restore.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { Constraint } from "#lib/constraints/registry.ts";
import { compile } from "#lib/prompt/compile.ts";
import { freeze } from "../freeze.ts";
import { readImport } from "../imports/registry.ts";
import { lessonSnapshots } from "../lesson-snapshots.fixture.ts";
import { MODELS, randomComparison } from "../random-snapshots.fixture.ts";
import { promptfoo } from "./promptfoo.ts";
import { written } from "./written.fixture.ts";

interface Config {
  description: string;
  prompts: { label: string; raw: string }[];
  providers: { id: string; label?: string; prompts?: string[]; config?: Record<string, unknown> }[];
  defaultTest?: { assert: { type: string; value?: unknown; metric: string; weight?: number }[] };
  tests?: { vars: Record<string, string>; assert?: { type: string; value?: unknown }[] }[];
  evaluateOptions: { repeat: number };
}

const textOf = (comparison: Comparison) => written(promptfoo, freeze(comparison, null));
const configOf = (comparison: Comparison): Config => parse(textOf(comparison));
function back(yaml: string) {
  const outcome = readImport({ name: "x.yaml", bytes: new TextEncoder().encode(yaml) });
  if ("problem" in outcome) throw new Error(outcome.problem);
  return outcome.reading;
}
const pair = (fields: object) => restore({ variants: [{ prompt: "one" }, { prompt: "two" }], ...fields });

test("[EX6] every lesson is written with its prompts, its cases and an assertion or a sentence for every check", () => {
  for (const { snapshot } of lessonSnapshots()) {
    const config: Config = parse(written(promptfoo, snapshot));
    expect(config.prompts.map(({ raw }) => JSON.parse(raw))).toEqual(
      snapshot.comparison.variants.map(({ prompt }) =>
        compile(prompt).messages.map((message) => ({ ...message, content: expect.any(String) })),
      ),
    );
    expect(config.tests?.length ?? 0).toBe(snapshot.comparison.cases.length);
    expect(config.evaluateOptions.repeat).toBe(snapshot.comparison.settings.samples);
  }
});

/**
 * One line that begins with a sign and ends in a letter: a part looks at the words that its text, filled in, begins
 * with, and at its end, where it puts a full stop.
 */
const value = randomText.map((text) => `~${text.replaceAll(/[{}\s\u0085]+/g, " ")}v`);

test("[EX6] prompts and cases come back from promptfoo's language as they were, whatever is in them", () => {
  fc.assert(
    fc.property(
      randomComparison,
      fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 3 }),
      (random, rows) => {
        const comparison = restore({
          ...random,
          cases: rows.map(([one, other], index) => ({
            id: `c${index}`,
            values: { name: one, "two words": other },
          })),
        });
        const { comparison: again } = back(textOf(comparison));
        expect(again.variants).toHaveLength(comparison.variants.length);
        comparison.cases.forEach((row, index) => {
          const values = again.cases[index]?.values ?? {};
          comparison.variants.forEach(({ prompt }, side) => {
            const wanted = compile(prompt, row.values).messages;
            const got = compile(again.variants[side]?.prompt ?? prompt, values).messages;
            expect(got).toEqual(wanted);
          });
        });
      },
    ),
    { numRuns: 400 },
  );
}, 60_000);

test.each<[string, Constraint]>([
  ["starts-with", { kind: "starts-with", text: "A golden light {{ a.b }}" }],
  ["not-starts-with", { kind: "starts-with", text: "file://secret", not: true }],
  ["icontains", { kind: "include", words: ["lake"], mode: "all", match: "anywhere" }],
  [
    "icontains-all",
    { kind: "include", words: ["lake", "sun, and {% moon %}"], mode: "all", match: "anywhere" },
  ],
  ["icontains-any", { kind: "include", words: ["lake", "sun"], mode: "any", match: "anywhere" }],
  ["equals", { kind: "one-of", options: ["Yes"], where: "whole" }],
  ["not-equals", { kind: "one-of", options: ["Yes"], where: "whole", not: true }],
  ["regex", { kind: "regex", pattern: "\\d{2}-\\d{2}" }],
  ["not-regex", { kind: "regex", pattern: "[{]{2}", not: true }],
  ["is-json", { kind: "json" }],
  ["is-json", { kind: "json", keys: ["name", "price"] }],
  ["is-json", { kind: "json", schema: '{"type":"object","properties":{"url":{"type":"string"}}}' }],
  ["is-json", { kind: "json", schema: '{"$ref":"#/$defs/x","$defs":{"x":{"type":"object"}}}' }],
  ["word-count", { kind: "words", op: "exactly", n: 4 }],
  ["word-count", { kind: "words", op: "between", n: 4, max: 9 }],
  ["not-word-count", { kind: "words", op: "at-least", n: 4, not: true }],
])("[EX6] %s goes out and comes back: %j", (type, constraint) => {
  const comparison = pair({ checks: [{ id: "one", label: "A {{name}} label", hard: false, constraint }] });
  const [assertion] = configOf(comparison).defaultTest?.assert ?? [];
  expect(assertion).toMatchObject({ type, weight: 0 });
  const [check] = back(textOf(comparison)).comparison.checks;
  expect(check).toMatchObject({ hard: false, constraint });
});

/** What the rule in JavaScript says; promptfoo runs it as the body of a function of `output`. */
function runScript(source: unknown, output: string): unknown {
  const plain = String(source).replaceAll("{{ '{' }}", "{");
  return new Function("output", `return ${plain}`)(output);
}

test.each<[Constraint, string, string]>([
  [{ kind: "lines", op: "exactly", n: 2 }, "one\n\ntwo", "one"],
  [{ kind: "lines", op: "between", n: 2, max: 3 }, "one\ntwo\nthree", "one\n2\n3\n4"],
  [{ kind: "characters", op: "at-most", n: 3 }, " 👩‍👩‍👧ab ", "abcd"],
  [{ kind: "include", words: ["lake", "C++"], mode: "all" }, "The Lake in C++!", "Lakes in C++"],
  [{ kind: "include", words: ["a/b", "two  words"], mode: "any" }, "two\nwords", "twowords"],
  [{ kind: "exclude", words: ["very", "{{x"] }, "every", "Very"],
  [{ kind: "keyword", word: "sun", op: "at-least", n: 2 }, "sun, Sun", "sun sunny"],
  [{ kind: "one-of", options: ["yes", 'no "way"'], where: "whole" }, ' no "way"\n', "no"],
  [{ kind: "regex", pattern: "ab+", where: "whole", capitals: "ignore" }, "ABB", "xab"],
  [{ kind: "no-comma" }, "none", "a、b"],
])("[EX6] what promptfoo has no assertion for is a rule it runs: %j", (constraint, kept, broken) => {
  // A variable of ours in a check is filled in, so it has to stay a text here.
  const [assertion] = configOf(pair({ checks: [{ id: "one", constraint }] })).defaultTest?.assert ?? [];
  expect(assertion?.type).toBe("javascript");
  expect(String(assertion?.value)).not.toContain("\n");
  expect(runScript(assertion?.value, kept)).toBe(true);
  expect(runScript(assertion?.value, broken)).toBe(false);
});

test("[EX6] a check with a variable stands with each case, filled in", () => {
  const config = configOf(
    pair({
      cases: [
        { id: "a", values: { name: "Ann" } },
        { id: "b", values: { name: "Bo" } },
      ],
      checks: [{ id: "one", constraint: { kind: "starts-with", text: "Dear {{name}}" } }],
    }),
  );
  expect(config.tests?.map(({ assert }) => assert?.map(({ value: text }) => text))).toEqual([
    ["Dear Ann"],
    ["Dear Bo"],
  ]);
});

test("[EX7] what is left out is said, to the person and in the file", () => {
  const comparison = pair({
    cases: [
      { id: "a", values: { name: "file:///etc/passwd" } },
      { id: "b", values: { name: "{{ env.OPENAI_API_KEY }}" } },
      { id: "c", values: { name: "Ann" } },
    ],
    checks: [
      { id: "one", constraint: { kind: "other", text: "Use one\nmetaphor." } },
      { id: "two", constraint: { kind: "reading-level", op: "at-most", n: 6 } },
      { id: "three", constraint: { kind: "no-comma" } },
    ],
    settings: { off: ["three"] },
  });
  const file = promptfoo.kind === "text" ? promptfoo.write(freeze(comparison, null)) : null;
  expect(file?.leftOut).toEqual([
    expect.stringContaining("The demo is no model"),
    "Checks that are switched off were left out: 1.",
    "The check “Use one…” was left out: people or a judge decide it.",
    expect.stringMatching(/was left out: promptfoo has no assertion for it\.$/),
    "Cases were left out because promptfoo would take a value for a template or a file: 2.",
  ]);
  const comments = file?.text.split("\n").filter((line) => line.startsWith("# ")) ?? [];
  expect(comments).toHaveLength(1 + (file?.leftOut.length ?? 0));
  expect(configOf(comparison).tests?.map(({ vars }) => vars)).toEqual([{ name: "Ann" }]);
});

test("[EX6] no text of ours reaches promptfoo's language as code, its environment or its files", () => {
  const hostile = "{{ env.OPENAI_API_KEY }} {% raw %}{{name}}{# x #} {{{x}}} {{name}}} {";
  const [raw = ""] = configOf(
    restore({
      variants: [{ prompt: hostile }, { prompt: "file://x.txt" }],
      cases: [{ values: { name: "Ann" } }],
    }),
  ).prompts.map((prompt) => JSON.parse(prompt.raw)[0].content as string);
  const rest = raw.replaceAll("{{ '{' }}", "").replaceAll("{{ name }}", "").replaceAll("{{ x }}", "");
  expect(rest).not.toMatch(/\{[{%#]/);
  expect(raw.match(/\{\{(?:[^}]|\}(?!\}))*\}\}/g)?.filter((each) => each.includes("env."))).toEqual([]);
});

test("[EX6] no title, name or setting of ours does either, and names come back as they were", () => {
  const hostile = "{{ env.OPENAI_API_KEY }}{% raw %}{#{";
  const sides = [
    {
      label: "file://x {{ env.A }}",
      model: MODELS[1],
      stop: ["{{ env.OPENAI_API_KEY }}", "file://y", "END"],
    },
    { label: hostile, model: { provider: "anthropic", model: `m${hostile}` }, stop: ["{% x %}"] },
  ].map(({ label, model, stop }) => ({ label, prompt: "x", model, params: { maxTokens: 5, stop } }));
  const comparison = pair({
    title: hostile,
    variants: sides,
    checks: [{ id: "one", label: hostile, constraint: { kind: "starts-with", text: "A" } }],
  });
  const { description, prompts, providers } = configOf(comparison);
  const texts = [
    description,
    ...prompts.map(({ label }) => label),
    ...providers.flatMap(({ id, label, prompts: taken }) => [id, label, ...(taken ?? [])]),
  ];
  for (const text of texts) {
    expect(text).toBeTypeOf("string");
    expect(text).not.toMatch(/^(?:file|package):/);
    expect(String(text).replaceAll(/\{\{ '[{f]' \}\}/g, "")).not.toMatch(/\{[{%#]|\{$/);
  }
  expect(JSON.stringify(providers.map(({ config }) => config))).not.toMatch(/\{[{%#](?!")|file:/);
  expect(providers.map(({ config }) => JSON.stringify(config))).toEqual([
    expect.stringContaining('"stop":["END"]'),
    expect.not.stringContaining("stop"),
  ]);
  const file = promptfoo.kind === "text" ? promptfoo.write(freeze(comparison, null)) : null;
  expect(file?.leftOut.filter((sentence) => sentence.startsWith("Stop sequences"))).toHaveLength(1);

  const { comparison: again } = back(textOf(comparison));
  expect(again.title).toBe(hostile);
  expect(again.variants.map(({ label, model }) => ({ label, model }))).toEqual(
    sides.map(({ label, model }) => ({ label, model })),
  );
  expect(again.checks.map(({ label }) => label)).toEqual([hostile]);
});

test("[EX6] each model is named with what a run would send; keys and addresses come from the environment", () => {
  const params = { maxTokens: 50, temperature: 0.5, seed: 1, reasoningEffort: "low" };
  const providers = MODELS.map(
    (model) =>
      configOf(
        pair({
          variants: [
            { prompt: "x", model, params },
            { prompt: "y", model, params },
          ],
        }),
      ).providers,
  );
  expect(providers.map(([provider]) => provider)).toEqual([
    { id: "echo" },
    {
      id: "openai:chat:gpt-4.1-mini",
      config: { omitDefaults: true, passthrough: { max_completion_tokens: 50, temperature: 0.5, seed: 1 } },
    },
    {
      id: "openai:chat:gpt-6-sol",
      config: {
        omitDefaults: true,
        passthrough: { max_completion_tokens: 50, seed: 1, reasoning_effort: "low" },
      },
    },
    { id: "anthropic:messages:claude-haiku-4-5", config: { max_tokens: 50, temperature: 0.5 } },
    { id: "anthropic:messages:claude-opus-5-5", config: { max_tokens: 50, effort: "low" } },
    {
      id: "openai:chat:openai/gpt-oss-20b",
      config: {
        omitDefaults: true,
        apiBaseUrl: "https://api.groq.com/openai/v1",
        apiKeyEnvar: "GROQ_API_KEY",
        passthrough: { max_completion_tokens: 50, temperature: 0.5, seed: 1, reasoning_effort: "low" },
      },
    },
    {
      id: "openai:chat:llama3.2:3b",
      config: {
        omitDefaults: true,
        apiBaseUrl: "http://127.0.0.1:11434/v1",
        apiKeyRequired: false,
        passthrough: { max_tokens: 50, temperature: 0.5, seed: 1 },
      },
    },
    {
      id: "openai:chat:my deployment's",
      config: {
        omitDefaults: true,
        apiBaseUrl: "{{ env.AZURE_BASE_URL }}",
        apiKeyEnvar: "AZURE_API_KEY",
        passthrough: { max_completion_tokens: 50, temperature: 0.5, seed: 1 },
      },
    },
  ]);
});

test("[EX6] two models are two providers, each with its own prompt", () => {
  const { providers, prompts } = configOf(
    pair({
      variants: [
        { label: "Before", prompt: "x", model: MODELS[1] },
        { label: "Before", prompt: "y", model: MODELS[3] },
      ],
    }),
  );
  expect(prompts.map(({ label }) => label)).toEqual(["Before", "Before (2)"]);
  expect(providers.map(({ prompts: taken }) => taken)).toEqual([["Before"], ["Before (2)"]]);
  const again = back(
    textOf(
      pair({
        variants: [
          { prompt: "x", model: MODELS[1] },
          { prompt: "y", model: MODELS[3] },
        ],
      }),
    ),
  );
  expect(again.comparison.variants.map(({ model }) => model)).toEqual([MODELS[1], MODELS[3]]);
});
