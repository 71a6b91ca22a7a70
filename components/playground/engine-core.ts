import { allChecks } from "#lib/comparison/derive.ts";
import {
  keepOff,
  withCheck,
  withCheckOff,
  withEditedCheck,
  withoutCheck,
} from "#lib/comparison/edit-checks.ts";
import { unfilledIn } from "#lib/comparison/fill-checks.ts";
import { restore } from "#lib/comparison/restore.ts";
import { conflictsOf } from "#lib/constraints/conflicts.ts";
import { CONSTRAINT_KINDS, chipOf, phraseOf } from "#lib/constraints/registry.ts";
import { asText } from "#lib/prompt/as-text.ts";
import { compile, isEmptyPrompt } from "#lib/prompt/compile.ts";
import { recognise } from "#lib/prompt/recognise.ts";
import { EMPTY_PARTS } from "#lib/prompt/schema.ts";
import { followRun, startRun, stopRun } from "#lib/runs/client.ts";

/** The part of the library that knows every rule, as one piece that comes after the first paint. */
export const engine = {
  CONSTRAINT_KINDS,
  EMPTY_PARTS,
  allChecks,
  asText,
  chipOf,
  compile,
  conflictsOf,
  followRun,
  isEmptyPrompt,
  keepOff,
  phraseOf,
  recognise,
  restore,
  startRun,
  stopRun,
  unfilledIn,
  withCheck,
  withCheckOff,
  withEditedCheck,
  withoutCheck,
};
