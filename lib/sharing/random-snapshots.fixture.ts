import fc from "fast-check";
import { RANDOM_PROMISES } from "#lib/checks/random-promises.fixture.ts";
import { randomText } from "#lib/checks/random-texts.fixture.ts";
import { type Comparison, comparisonSchema } from "#lib/comparison/schema.ts";
import {
  type Constraint,
  constraintKeys,
  constraintSchema,
  type KindName,
} from "#lib/constraints/registry.ts";
import { type FreezableSample, freeze } from "./freeze.ts";
import type { Snapshot } from "./snapshot.ts";

/** Long ones are in there for the checks; a document of twenty of them proves nothing more. */
const someText = randomText.map((each) => each.slice(0, 2_000));
const text = fc.oneof(
  someText,
  fc.tuple(someText, someText).map(([one, other]) => `${one}{{name}} {{ two words }}${other}`),
);
const short = randomText.map((each) => each.slice(0, 60));
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

/** A valid constraint of any kind; its texts are made well-formed by the schema, as everywhere. */
const randomConstraint: fc.Arbitrary<Constraint> = fc
  .constantFrom(...(Object.keys(RANDOM_PROMISES) as KindName[]))
  .chain((kind) => {
    const not = constraintKeys(kind).includes("not") ? { not: fc.constantFrom(undefined, true, false) } : {};
    return fc.record({ kind: fc.constant(kind), ...not, ...RANDOM_PROMISES[kind] });
  })
  .map((fields) => constraintSchema.safeParse(JSON.parse(JSON.stringify(fields))))
  .filter(({ success }) => success)
  .map(({ data }) => data as Constraint);

const prompt = fc.oneof(
  fc.record({ kind: fc.constant("text"), system: maybe(text), text }),
  fc.record({
    kind: fc.constant("parts"),
    role: text,
    task: text,
    audience: short,
    tone: fc.array(short, { maxLength: 3 }),
    constraints: fc.array(randomConstraint, { maxLength: 4 }),
    opening: short,
    closing: short,
    format: text,
    examples: fc.array(fc.record({ input: text, output: text }), { maxLength: 2 }),
    steps: fc.boolean(),
    documents: fc.boolean(),
    extra: text,
    roleAsSystem: fc.boolean(),
  }),
);

export const MODELS = [
  { provider: "demo", model: "demo" },
  { provider: "openai", model: "gpt-4.1-mini" },
  { provider: "openai", model: "gpt-6-sol" },
  { provider: "anthropic", model: "claude-haiku-4-5" },
  { provider: "anthropic", model: "claude-opus-5-5" },
  { provider: "groq", model: "openai/gpt-oss-20b" },
  { provider: "ollama", model: "llama3.2:3b" },
  { provider: "azure", model: "my deployment's" },
] as const;

const params = fc.record(
  {
    maxTokens: fc.integer({ min: 1, max: 4_000 }),
    temperature: fc.constantFrom(0, 0.7, 1, 2),
    topP: fc.constantFrom(0.1, 0.9, 1),
    seed: fc.nat(2_147_483_647),
    stop: fc.array(fc.string({ minLength: 1, maxLength: 10 }), { maxLength: 3 }),
    reasoningEffort: fc.constantFrom("minimal", "low", "medium", "high"),
  },
  { requiredKeys: [] },
);

const name = fc.oneof(
  fc.constantFrom("name", "two words", "größe", "名前", "a-b", "1st"),
  fc.string({ unit: fc.constantFrom(..."abcxyz_"), minLength: 1, maxLength: 8 }),
);

/** Any valid document. */
export const randomComparison: fc.Arbitrary<Comparison> = fc
  .record({
    version: fc.constant(1),
    title: short,
    // The longest that a document takes.
    note: text.map((value) => value.slice(0, 100_000)),
    variants: fc.array(
      fc.record({ label: maybe(short), prompt, model: fc.constantFrom(...MODELS), params }),
      { minLength: 2, maxLength: 4 },
    ),
    cases: fc.array(fc.dictionary(name, text, { maxKeys: 3 }), { maxLength: 3 }),
    checks: fc.array(fc.record({ label: maybe(short), hard: fc.boolean(), constraint: randomConstraint }), {
      maxLength: 4,
    }),
    samples: fc.integer({ min: 1, max: 5 }),
    off: fc.constantFrom(undefined, ["check-0"], ["opening", "tone"]),
  })
  .map(({ variants, cases, checks, samples, off, ...rest }) =>
    comparisonSchema.parse(
      JSON.parse(
        JSON.stringify({
          ...rest,
          variants: variants.map((each, index) => ({
            id: ["before", "after"][index] ?? `v-${index}`,
            ...each,
          })),
          cases: cases.map((values, index) => ({ id: `c${index}`, values })),
          checks: checks.map((each, index) => ({ id: `check-${index}`, ...each })),
          settings: { samples, off },
        }),
      ),
    ),
  );

/** Any document with the answers that a run of it may have left; `reported`, as those of a file are. */
export const randomSnapshot: fc.Arbitrary<Snapshot> = fc
  .tuple(
    randomComparison,
    fc.array(
      fc.record({
        text: someText,
        ending: fc.constantFrom("complete", "length", "stopped", "refusal"),
        origin: fc.constantFrom(undefined, "bundled", "simulated"),
        firstTokenMs: fc.constantFrom(null, 5),
      }),
      { maxLength: 3 },
    ),
    fc.boolean(),
  )
  .map(([comparison, answers, hasRun]) => {
    const caseIds = comparison.cases.length === 0 ? ["1"] : comparison.cases.map(({ id }) => id);
    const samples = answers.map(
      ({ text: words, ending, origin, firstTokenMs }, index): FreezableSample => ({
        variant: comparison.variants[index % 2]?.id ?? "before",
        case: caseIds[index % caseIds.length] ?? "1",
        sample: index,
        text: words,
        ending: ending as "complete",
        usage: { inputTokens: index, outputTokens: 7, estimated: index === 0 },
        timing: { firstTokenMs, totalMs: 40 },
        ...(origin === undefined ? {} : { origin: origin as "bundled" }),
      }),
    );
    const contractChanged = samples.length % 2 === 0;
    const run = { startedAtMs: 1_764_000_000_000, source: "reported" as const, contractChanged, samples };
    return freeze(comparison, hasRun && samples.length > 0 ? run : null);
  });
