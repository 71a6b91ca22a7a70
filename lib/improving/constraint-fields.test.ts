import { expect, test } from "vitest";
import { ALL_CASES } from "#lib/constraints/kinds/all-cases.fixture.ts";
import { constraintSchema } from "#lib/constraints/registry.ts";
import { flatFieldsOf, fromFlat, KIND_NAMES, kindLine } from "./constraint-fields.ts";
