import { expect, test } from "vitest";
import { stringify } from "yaml";
import { applyImport } from "./apply.ts";
import { readImport } from "./registry.ts";

function read(value: unknown, name = "promptfooconfig.yaml") {
  const text =
    typeof value === "string" ? value : name.endsWith("json") ? JSON.stringify(value) : stringify(value);
  const outcome = readImport({ name, bytes: new TextEncoder().encode(text) });
  if ("problem" in outcome) throw new Error(outcome.problem);
  return outcome.reading;
}
const CONFIG = {
  prompts: ["One {{topic}}", "Two {{ topic }}"],
  providers: ["openai:chat:gpt-4.1-mini"],
  tests: [] as unknown[],
};
const checksOf = (...assert: object[]) =>
  read({ ...CONFIG, defaultTest: { assert } }).comparison.checks.map(({ constraint }) => constraint);

test("[IM3] prompts, model, settings, cases and repeats are taken from YAML as from JSON", () => {
  const config = {
    description: "My evaluation",
    prompts: [
      { label: "Short", raw: "Tell me about {{ topic }}." },
      {
        label: "Chat",
        raw: JSON.stringify([
          { role: "system", content: "Be brief" },
          { role: "user", content: "About {{topic}}" },
        ]),
      },
    ],
    providers: [{ id: "openai:chat:gpt-4.1-mini", config: { temperature: 0.2, max_tokens: 80 } }],
    defaultTest: { vars: { place: "Oslo" } },
    tests: [{ vars: { topic: "rain" } }, { vars: { topic: ["sun", "wind"] } }],
    evaluateOptions: { repeat: 3 },
  };
  for (const name of ["x.yaml", "x.json"]) {
    const { comparison, leftOut, recognised, what } = read(config, name);
    expect(what).toBe("a promptfoo configuration");
    expect(recognised).toEqual(["2 prompts", "3 cases"]);
    expect(leftOut).toEqual([]);
    expect(comparison).toMatchObject({ title: "My evaluation", settings: { samples: 3 } });
    expect(comparison.variants).toMatchObject([
      {
        label: "Short",
        prompt: { kind: "text", text: "Tell me about {{topic}}." },
        model: { provider: "openai", model: "gpt-4.1-mini" },
        params: { temperature: 0.2, maxTokens: 80 },
      },
      { label: "Chat", prompt: { kind: "text", system: "Be brief", text: "About {{topic}}" } },
    ]);
    expect(comparison.cases.map(({ values }) => values)).toEqual([
      { place: "Oslo", topic: "rain" },
      { place: "Oslo", topic: "sun" },
      { place: "Oslo", topic: "wind" },
    ]);
  }
});

test("[IM4] assertions become checks of the kind that means the same", () => {
  expect(
    checksOf(
      { type: "contains", value: "lake" },
      { type: "icontains-any", value: ["sun", "moon"] },
      { type: "contains-all", value: "one, two" },
      { type: "not-icontains", value: "http" },
      { type: "not-contains-any", value: ["a.b", "C++"] },
      { type: "equals", value: 42 },
      { type: "not-equals", value: "no" },
      { type: "regex", value: "^\\d+$" },
      { type: "starts-with", value: "Dear {{ topic }}" },
      { type: "is-json" },
      { type: "is-json", value: { type: "object", required: ["name"] } },
      { type: "is-json", value: "type: object" },
      { type: "word-count", value: { min: 5 } },
      { type: "llm-rubric", value: "Is friendly" },
      { type: "assert-set", assert: [{ type: "icontains", value: "end" }] },
    ),
  ).toEqual([
    { kind: "include", words: ["lake"], mode: "all", match: "anywhere" },
    { kind: "include", words: ["sun", "moon"], mode: "any", match: "anywhere" },
    { kind: "include", words: ["one", "two"], mode: "all", match: "anywhere" },
    { kind: "keyword", word: "http", op: "exactly", n: 0, match: "anywhere" },
    { kind: "regex", pattern: "a\\.b|C\\+\\+", not: true },
    { kind: "one-of", options: ["42"], where: "whole" },
    { kind: "one-of", options: ["no"], where: "whole", not: true },
    { kind: "regex", pattern: "^\\d+$" },
    { kind: "starts-with", text: "Dear {{topic}}" },
    { kind: "json" },
    { kind: "json", keys: ["name"] },
    { kind: "json", schema: "type: object" },
    { kind: "words", op: "at-least", n: 5 },
    { kind: "other", text: "Is friendly" },
    { kind: "include", words: ["end"], mode: "all", match: "anywhere" },
  ]);
});

test("[IM5] what cannot be taken is counted by its kind and named, never dropped in silence", () => {
  const { leftOut } = read({
    ...CONFIG,
    providers: ["openai:chat:gpt-4.1-mini", "bedrock:claude", "file://provider.py"],
    prompts: [...CONFIG.prompts, "file://prompt.txt", "prompts/*.md.txt"],
    tests: ["file://tests.csv", { vars: { topic: "file://x.txt" }, options: { transform: "x" } }],
    scenarios: [{}],
    redteam: { plugins: [] },
    defaultTest: {
      assert: [
        { type: "javascript", value: "output.length > 3" },
        { type: "javascript", value: "output === 'x'" },
        { type: "javascript", value: "true" },
        { type: "latency", threshold: 200 },
        { type: "regex", value: "(?=x)y" },
        { type: "equals", value: "file://expected.txt" },
        { type: "contains", value: "Lake" },
      ],
    },
  });
  expect(leftOut).toEqual(
    expect.arrayContaining([
      "3 assertions of kind javascript were left out: output.length > 3, output === 'x', true",
      "1 assertion of kind latency was left out",
      expect.stringMatching(
        /^1 assertion of kind regex \(this pattern looks ahead or back.*\) was left out: \(\?=x\)y$/,
      ),
      "1 assertion in another file was left out: file://expected.txt",
      "1 provider that is a program or an address was left out: file",
      "1 model of a service that is not known here became the demo: bedrock:claude",
      "2 prompts in other files were left out: file://prompt.txt, prompts/*.md.txt",
      "1 file that is referred to was left out: file://tests.csv",
      "1 value in another file was left out: file://x.txt",
      "1 setting in tests was left out: options",
      "2 sections were left out: scenarios, redteam",
      "1 further model was left out: bedrock:claude",
      "Words that an output has to contain, or must not, are found here whether in capitals or not.",
    ]),
  );
});

test("[IM6] one prompt on several models is compared model by model", () => {
  const { comparison } = read({
    prompts: ["x"],
    providers: [
      "openai:chat:gpt-4.1",
      { "anthropic:messages:claude-haiku-4-5": { config: { max_tokens: 9 } } },
    ],
  });
  expect(comparison.variants.map(({ label, model, params }) => [label, model.provider, params])).toEqual([
    ["openai:chat:gpt-4.1", "openai", {}],
    ["anthropic:messages:claude-haiku-4-5", "anthropic", { maxTokens: 9 }],
  ]);
});

test("[IM6] what every test asks for another text becomes a variable; what only some ask is said", () => {
  const { comparison, leftOut } = read({
    ...CONFIG,
    tests: [
      {
        vars: { topic: "a" },
        assert: [{ type: "equals", value: "A" }, { type: "is-json" }, { type: "icontains", value: "x" }],
      },
      { vars: { topic: "b" }, assert: [{ type: "equals", value: "B" }, { type: "is-json" }] },
    ],
  });
  expect(comparison.checks.map(({ constraint }) => constraint)).toEqual([
    { kind: "one-of", options: ["{{expected}}"], where: "whole" },
    { kind: "json" },
  ]);
  expect(comparison.cases.map(({ values }) => values)).toEqual([
    { topic: "a", expected: "A" },
    { topic: "b", expected: "B" },
  ]);
  expect(leftOut).toEqual(["1 assertion that only some of the cases have was left out: icontains"]);
});

test("[IM5] of two values that would be one variable the second is named", () => {
  const { comparison, leftOut } = read({
    ...CONFIG,
    tests: [{ vars: { user_name: "Ann", user: { name: "Bo" }, "user-age": 3 } }],
  });
  expect(comparison.cases[0]?.values).toEqual({ user_name: "Ann", user: '{"name":"Bo"}', "user-age": "3" });
  expect(leftOut).toEqual(["1 value was left out: another one has its variable: user.name (user_name)"]);
});

test("[IM4] [IM5] an assertion with a setting that no check has is left out and named, not taken without it", () => {
  const { comparison, leftOut } = read({
    ...CONFIG,
    tests: [
      { vars: { topic: "a" }, assert: [{ type: "icontains", value: "x", transform: "output.trim()" }] },
      { vars: { topic: "b" }, assert: [{ type: "icontains", value: "x" }] },
    ],
    defaultTest: {
      assert: [
        { type: "equals", value: "yes", transform: "output.toLowerCase()" },
        { type: "llm-rubric", value: "Is kind", threshold: 0.8 },
        { type: "llm-rubric", value: "Is short", provider: "openai:chat:gpt-4.1" },
        { type: "equals", value: { a: 1 } },
        { type: "not-equals", value: ["a", "b"] },
        { type: "equals", value: "no", metric: "No", weight: 2, transform: null },
      ],
    },
    evaluateOptions: { repeat: 50 },
  });
  expect(comparison.checks).toMatchObject([
    { label: "No", constraint: { kind: "one-of", options: ["no"], where: "whole" } },
  ]);
  expect(comparison.checks).toHaveLength(1);
  expect(comparison.settings.samples).toBe(20);
  expect(leftOut).toEqual([
    "2 assertions that only some of the cases have were left out: icontains",
    "1 assertion of kind equals (with “transform”) was left out: yes",
    "1 assertion of kind llm-rubric (with “threshold”) was left out: Is kind",
    "1 assertion of kind llm-rubric (with “provider”) was left out: Is short",
    '1 assertion of kind equals (it compares JSON) was left out: {"a":1}',
    '1 assertion of kind not-equals (it compares JSON) was left out: ["a","b"]',
    "1 value was changed to fit: repeat 50 became 20",
  ]);
});

test("[R08] [IM2] no address, header or key of a file is taken, and each is named without its content", () => {
  const secrets = {
    apiKey: "sk-canary",
    apiBaseUrl: "https://canary.example",
    headers: { "X-Canary": "canary" },
    apiHost: "canary",
    organization: "canary",
    proxy: "canary",
  };
  const { comparison, leftOut } = read({
    ...CONFIG,
    env: { OPENAI_API_KEY: "sk-canary" },
    providers: [
      {
        id: "openai:chat:gpt-4.1-mini",
        config: { temperature: 1, ...secrets, passthrough: { base_url: "https://canary.example" } },
      },
    ],
  });
  expect(JSON.stringify(comparison)).not.toContain("canary");
  expect(leftOut.join("\n")).not.toContain("canary");
  expect(comparison.variants[0]?.params).toEqual({ temperature: 1 });
  const [sentence] = leftOut;
  expect(sentence).toMatch(/^8 addresses, headers or keys were left out/);
  expect(sentence).toContain("apiKey");
});

test("[IM3] a file of results brings its configuration, and says that the results stay", () => {
  const { comparison, leftOut } = read(
    { evalId: "x", results: { results: [] }, config: { ...CONFIG, tests: [] } },
    "results.json",
  );
  expect(comparison.variants).toHaveLength(2);
  expect(leftOut).toEqual(["The results in the file were left out: run the prompts to get your own."]);
});

test("[IM7] a file without prompts changes cases and checks and leaves the prompts", () => {
  const now = read(CONFIG).comparison;
  const rows = read("topic,place\nrain,Oslo\nsun,Bergen\n", "rows.csv");
  expect(rows.brings).toBe("rows");
  expect(applyImport(now, rows)).toEqual({ ...now, cases: rows.comparison.cases });
  expect(rows.comparison.cases.map(({ values }) => values)).toEqual([
    { topic: "rain", place: "Oslo" },
    { topic: "sun", place: "Bergen" },
  ]);
});
