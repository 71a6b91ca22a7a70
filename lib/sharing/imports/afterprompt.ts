import { fieldsOf, listOf } from "#lib/comparison/lenient.ts";
import { restore } from "#lib/comparison/restore.ts";
import { type Comparison, SCHEMA_VERSION } from "#lib/comparison/schema.ts";
import { freeze } from "../freeze.ts";
import {
  type SnapshotRun,
  type SnapshotSample,
  snapshotRunSchema,
  snapshotSampleSchema,
  snapshotSchema,
} from "../snapshot.ts";
import { noteDifferences } from "./differences.ts";
import { counted, createNotes, type Notes } from "./notes.ts";
import { isSetAside, setAside } from "./set-aside.ts";
import type { ImportFormat, ImportReading } from "./types.ts";

/** Our own document: a comparison, or one with its answers. Older and partial ones are restored. */
export const afterprompt: ImportFormat = {
  id: "afterprompt",
  label: "Afterprompt comparisons",
  read(file) {
    if (file.syntax !== "data") return null;
    const fields = fieldsOf(file.value);
    const whole = fieldsOf(fields.comparison);
    const isSnapshot = Array.isArray(whole.variants);
    if (!isSnapshot && !Array.isArray(fields.variants)) return null;
    return readComparison(fields, isSnapshot ? whole : fields, isSnapshot ? fields.run : null);
  },
};

function readComparison(
  file: Record<string, unknown>,
  input: Record<string, unknown>,
  answers: unknown,
): ImportReading {
  const notes = createNotes();
  setAside(input, notes);
  noteRest(file, notes);
  const comparison = restore(input);
  noteDifferences(input, comparison, notes);
  const lost = (name: "variants" | "cases" | "checks", one: string, many: string) => {
    const more = listOf(input[name]).length - comparison[name].length;
    for (let index = 0; index < more; index += 1) notes.count({ one, many });
  };
  lost("variants", "further variant was left out", "further variants were left out");
  lost("cases", "case was left out", "cases were left out");
  lost("checks", "check was left out", "checks were left out");
  const run = readRun(comparison, answers, notes);
  const { variants, cases, checks } = comparison;
  return {
    what: "an Afterprompt comparison",
    comparison,
    brings: "all",
    run,
    recognised: [
      counted(variants.length, "prompt", "prompts"),
      ...(cases.length === 0 ? [] : [counted(cases.length, "case", "cases")]),
      ...(checks.length === 0 ? [] : [counted(checks.length, "check", "checks")]),
      ...(run === null ? [] : [counted(run.samples.length, "answer", "answers")]),
    ],
    leftOut: notes.sentences(),
  };
}

/** A document of a later version, told as a link of one is; and what stands beside the comparison and its answers. */
function noteRest(file: Record<string, unknown>, notes: Notes): void {
  const { comparison, run } = file;
  const inner = fieldsOf(comparison);
  if ([file.version, inner.version].some((version) => Number(version) > SCHEMA_VERSION)) notes.say(NEWER);
  if (!Array.isArray(inner.variants)) return;
  const unknown = [
    ...Object.keys(file).filter((name) => !Object.hasOwn(snapshotSchema.shape, name)),
    ...Object.keys(fieldsOf(run)).filter((name) => !Object.hasOwn(snapshotRunSchema.shape, name)),
  ].filter((name) => !isSetAside(name));
  for (const name of unknown)
    notes.count({ one: "unknown field was left out", many: "unknown fields were left out" }, name);
}

const NEWER =
  "A newer version of the app made it: what this one does not know is left out. Ask whoever runs this one for an update.";

/** The answers, each by itself and held against the checks anew: what a file says about its own answers is not taken. */
function readRun(comparison: Comparison, input: unknown, notes: Notes): SnapshotRun | null {
  const fields = fieldsOf(input);
  const samples = readSamples(comparison, fields.samples, notes);
  if (samples.length === 0) return null;
  const at = typeof fields.startedAt === "string" ? Date.parse(fields.startedAt) : Number.NaN;
  const startedAtMs = Number.isFinite(at) ? at : 0;
  try {
    const contractChanged = fields.contractChanged === true;
    return freeze(comparison, { startedAtMs, source: "reported", samples, contractChanged }).run;
  } catch {
    notes.say("The answers were left out: they are too long to hold all of them against the checks.");
    return null;
  }
}

function readSamples(comparison: Comparison, input: unknown, notes: Notes): SnapshotSample[] {
  const variants = new Set(comparison.variants.map(({ id }) => id));
  const cases = new Set(comparison.cases.length === 0 ? ["1"] : comparison.cases.map(({ id }) => id));
  const cells = new Set<string>();
  return listOf(input).flatMap((item) => {
    // Worked out anew below, so that nothing that is wrong with them costs an answer.
    const parsed = snapshotSampleSchema.safeParse({ ...fieldsOf(item), checks: [] });
    const sample = parsed.data;
    const cell = `${sample?.variant}/${sample?.case}/${sample?.sample}`;
    if (sample === undefined || !variants.has(sample.variant) || !cases.has(sample.case) || cells.has(cell)) {
      notes.count({ one: "answer was left out", many: "answers were left out" });
      return [];
    }
    cells.add(cell);
    return [sample];
  });
}
