import { expect, test } from "vitest";
import { readImport } from "./registry.ts";

function read(value: unknown, name = "export.json") {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const outcome = readImport({ name, bytes: new TextEncoder().encode(text) });
  if ("problem" in outcome) throw new Error(outcome.problem);
  return outcome.reading;
}

const EVAL = {
  object: "eval",
  id: "eval_1",
  name: "Tickets",
  created_at: 1,
  data_source_config: {
    type: "custom",
    schema: {
      type: "object",
      properties: { item: { type: "object", properties: { url: { type: "string" } } } },
    },
  },
  testing_criteria: [
    {
      type: "string_check",
      name: "Exact",
      input: "{{ sample.output_text }}",
      operation: "eq",
      reference: "{{item.label}}",
    },
    {
      type: "string_check",
      name: "Has",
      input: "{{sample.output_text}}",
      operation: "ilike",
      reference: "ware",
    },
    { type: "string_check", name: "Other input", input: "{{item.label}}", operation: "eq", reference: "x" },
    {
      type: "text_similarity",
      name: "Alike",
      input: "{{sample.output_text}}",
      reference: "{{item.label}}",
      evaluation_metric: "bleu",
    },
    {
      type: "label_model",
      name: "Tone",
      model: "gpt-4.1",
      input: [
        { role: "developer", content: "Is it friendly to {{item.who.name}}?" },
        { role: "user", content: { type: "input_text", text: "{{sample.output_text}}" } },
      ],
      labels: ["yes", "no"],
      passing_labels: ["yes"],
    },
    {
      type: "score_model",
      name: "Score",
      model: "gpt-4.1",
      input: [{ role: "user", content: "Rate it" }],
      range: [0, 1],
    },
    { type: "python", name: "Code", source: "def grade(sample, item): return 1" },
  ],
  metadata: {},
};
const RUN = {
  object: "eval.run",
  id: "evalrun_1",
  eval_id: "eval_1",
  name: "Mini",
  data_source: {
    type: "completions",
    model: "gpt-4.1-mini",
    input_messages: {
      type: "template",
      template: [
        {
          type: "message",
          role: "developer",
          content: { type: "input_text", text: "Categorize for {{ item.who.name }}." },
        },
        { role: "user", content: "{{item.text}}" },
      ],
    },
    sampling_params: { temperature: 0.5, max_completion_tokens: 20, seed: 7 },
    source: {
      type: "file_content",
      content: [
        { item: { text: "My screen is dark", label: "Hardware", who: { name: "Ann" } } },
        { item: { text: "It does not open", label: "Software", who: { name: "Bo" } } },
      ],
    },
  },
};

test("[IM8] an eval with its run brings prompt, model, settings, rows and the graders that a check stands for", () => {
  for (const file of [{ eval: EVAL, runs: [RUN] }, [EVAL, RUN], { object: "list", data: [EVAL, RUN] }]) {
    const { what, comparison, recognised, leftOut } = read(file);
    expect(what).toBe("an OpenAI eval");
    expect(recognised).toEqual(["1 prompt", "2 cases", "4 checks"]);
    expect(comparison.title).toBe("Tickets");
    expect(comparison.variants[0]).toMatchObject({
      label: "Mini",
      prompt: { kind: "text", system: "Categorize for {{who_name}}.", text: "{{text}}" },
      model: { provider: "openai", model: "gpt-4.1-mini" },
      params: { temperature: 0.5, maxTokens: 20, seed: 7 },
    });
    expect(comparison.cases[1]?.values).toEqual({
      text: "It does not open",
      label: "Software",
      who_name: "Bo",
    });
    expect(comparison.checks).toMatchObject([
      { label: "Exact", hard: true, constraint: { kind: "one-of", options: ["{{label}}"], where: "whole" } },
      { label: "Has", hard: true, constraint: { kind: "include", words: ["ware"], match: "anywhere" } },
      {
        label: "Tone",
        hard: false,
        constraint: { kind: "other", text: expect.stringContaining("Is it friendly to {{who_name}}?") },
      },
      { label: "Score", hard: false, constraint: { kind: "other", text: "Rate it" } },
    ]);
    expect(leftOut).toEqual([
      "1 grader of kind string_check was left out: Other input",
      "1 grader of kind text_similarity was left out: Alike",
      "1 grader of kind python was left out: Code",
      "What a model was to grade became a check for people or a judge; no rule decides it.",
    ]);
  }
});

test("[IM8] an eval alone, or rows alone, leaves the prompts that are there", () => {
  expect(read(EVAL)).toMatchObject({ brings: "rows", recognised: ["4 checks"] });
  const lines = RUN.data_source.source.content.map((entry) => JSON.stringify(entry)).join("\n");
  expect(read(lines, "rows.jsonl")).toMatchObject({ brings: "rows", recognised: ["2 cases"] });
  const items = {
    object: "list",
    data: [{ object: "eval.run.output_item", datasource_item: { text: "a" }, sample: { output: [] } }],
  };
  const reading = read(items);
  expect(reading.comparison.cases[0]?.values).toEqual({ text: "a" });
  expect(reading.leftOut).toEqual([
    "The answers in the file were left out: run the prompts to get your own.",
  ]);
});

test("[IM8] two runs of an eval are two sides", () => {
  const other = {
    ...RUN,
    name: "Large",
    data_source: {
      ...RUN.data_source,
      model: "gpt-5.4",
      sampling_params: { reasoning_effort: "low", temperature: 1 },
    },
  };
  const { comparison } = read([EVAL, RUN, other]);
  expect(comparison.variants.map(({ label, params }) => [label, params])).toEqual([
    ["Mini", { temperature: 0.5, maxTokens: 20, seed: 7 }],
    ["Large", { reasoningEffort: "low" }],
  ]);
  expect(comparison.cases).toHaveLength(2);
});

test("[IM9] a stored prompt brings its messages, variables, model and settings", () => {
  const { what, comparison, leftOut, recognised } = read({
    id: "pmpt_123",
    object: "prompt",
    name: "Support",
    version: "3",
    model: "gpt-4.1",
    instructions: "You help customers of {{shop}}.",
    input: [
      {
        role: "user",
        content: [
          { type: "input_text", text: "Hello, {{ customer_name }} here." },
          { type: "input_image", image_url: "https://x" },
        ],
      },
      { role: "assistant", content: "Hi" },
      { role: "user", content: "{{issue}}" },
    ],
    variables: { shop: "Acme", issue: { type: "input_text", text: "billing" } },
    temperature: 0.3,
    max_output_tokens: 200,
    tools: [{ type: "web_search" }],
  });
  expect(what).toBe("an OpenAI prompt");
  expect(recognised).toEqual(["1 prompt", "3 variables"]);
  expect(comparison.title).toBe("Support");
  expect(comparison.variants[0]).toMatchObject({
    prompt: {
      kind: "text",
      system: "You help customers of {{shop}}.",
      text: "Hello, {{customer_name}} here.\n\n{{issue}}",
    },
    model: { provider: "openai", model: "gpt-4.1" },
    params: { temperature: 0.3, maxTokens: 200 },
  });
  expect(comparison.cases[0]?.values).toEqual({ shop: "Acme", issue: "billing" });
  expect(leftOut).toEqual([
    "1 setting was left out: tools",
    "1 picture, sound or file was left out: input_image",
    "1 message of the assistant was left out: Hi",
    "Several messages of the user became one, in their order.",
  ]);
});

test("[IM5] [IM9] every setting of a request that has no place here is named, and so is what tools said", () => {
  const { comparison, leftOut } = read({
    model: "gpt-4.1",
    messages: [
      { role: "user", content: "Hi" },
      { role: "assistant", content: null, tool_calls: [{ id: "1", function: { name: "look" } }] },
      { role: "tool", content: "42 degrees", tool_call_id: "1" },
      { type: "function_call_output", output: "43" },
      { role: "assistant", content: "Warm" },
    ],
    reasoning: { effort: "low", summary: "auto" },
    presence_penalty: 0.5,
    n: 3,
    logprobs: true,
    logit_bias: {},
    metadata: { owner: "me" },
    tools: [],
  });
  expect(comparison.variants[0]?.params).toEqual({ reasoningEffort: "low" });
  expect(leftOut).toEqual([
    "5 settings were left out: presence_penalty, n, logprobs, logit_bias, …",
    "3 messages of tools were left out: 42 degrees, function_call_output",
    "1 message of the assistant was left out: Warm",
  ]);
});

test("[IM9] the versions of a prompt are sides, oldest first", () => {
  const { comparison } = read({
    object: "list",
    data: [
      { id: "pmpt_1", version: "2", messages: [{ role: "user", content: "New" }] },
      { id: "pmpt_1", version: "1", messages: [{ role: "user", content: "Old" }] },
    ],
  });
  expect(
    comparison.variants.map(({ label, prompt }) => [label, prompt.kind === "text" && prompt.text]),
  ).toEqual([
    ["Version 1", "Old"],
    ["Version 2", "New"],
  ]);
});

test("[R08] [IM2] a request with an address and a key leaves both behind", () => {
  const { comparison, leftOut } = read({
    model: "gpt-4.1",
    messages: [{ role: "user", content: "Hi" }],
    base_url: "https://canary.example",
    headers: { Authorization: "Bearer canary" },
  });
  expect(JSON.stringify([comparison, leftOut])).not.toContain("canary");
  expect(leftOut[0]).toMatch(/^2 addresses, headers or keys were left out .*: base_url, headers$/);
});
