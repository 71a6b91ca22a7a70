import { isMultiple } from "./decimal.ts";
import { type Failure, isObject, type Keyword, type Scope, UnusableSchema } from "./json-schema-scope.ts";
import { compilePattern } from "./regex-check.ts";

/** Values that go deeper are not compared: the walk is recursive, and nobody means such a value. */
const MAX_COMPARED_DEPTH = 200;
/** Pattern size times text length that counts as one step. */
const PATTERN_WORK_A_STEP = 200;

const passed = null;

function fail(scope: Scope, why: string): Failure {
  return { where: scope.where, why };
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}

/** Two JSON values are equal when this is: keys sorted, 1.0 as 1. @throws UnusableSchema when the value goes too deep */
function canonical(value: unknown, scope: Scope, depth = 0): string {
  scope.step(1);
  if (depth > MAX_COMPARED_DEPTH) throw new UnusableSchema("the JSON goes too deep to be compared");
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, scope, depth + 1)).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key], scope, depth + 1)}`);
  return `{${members.join(",")}}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function numberOf(argument: unknown): number {
  if (typeof argument !== "number") throw new UnusableSchema("a limit in the JSON Schema has to be a number");
  return argument;
}

function listOf(argument: unknown): readonly unknown[] {
  if (!Array.isArray(argument)) throw new UnusableSchema("a keyword of the JSON Schema has to be a list");
  return argument;
}

function objectOf(argument: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(argument)) throw new UnusableSchema("a keyword of the JSON Schema has to be an object");
  return argument;
}

function member(scope: Scope, key: string | number): string {
  if (typeof key === "number") return `${scope.where}[${key}]`;
  return scope.where === "" ? key : `${scope.where}.${key}`;
}

function matches(source: unknown, subject: string, scope: Scope): boolean {
  if (typeof source !== "string") throw new UnusableSchema("a pattern in the JSON Schema has to be a text");
  if (source.length > 500)
    throw new UnusableSchema("a pattern in the JSON Schema is longer than 500 characters");
  const { pattern, problem } = compilePattern(source);
  if (problem !== undefined) throw new UnusableSchema(`in the JSON Schema, ${problem}`);
  scope.step(Math.ceil((pattern.programSize() * subject.length) / PATTERN_WORK_A_STEP));
  return pattern.test(subject);
}

/** A bound on a number, a length or a count: `measure` is null where the keyword has nothing to say. */
function bound(
  measure: (value: unknown) => number | null,
  holds: (measured: number, limit: number) => boolean,
  say: (measured: number, limit: number) => string,
): Keyword {
  return (argument, value, scope) => {
    const measured = measure(value);
    const limit = numberOf(argument);
    return measured === null || holds(measured, limit) ? passed : fail(scope, say(measured, limit));
  };
}

const number = (value: unknown) => (typeof value === "number" ? value : null);
const length = (value: unknown) => (typeof value === "string" ? [...value].length : null);
const items = (value: unknown) => (Array.isArray(value) ? value.length : null);
const members = (value: unknown) => (isObject(value) ? Object.keys(value).length : null);
const atLeast = (measured: number, limit: number) => measured >= limit;
const atMost = (measured: number, limit: number) => measured <= limit;
const few = (noun: string) => (measured: number, limit: number) =>
  `has ${measured} ${noun}, at least ${limit} asked`;
const many = (noun: string) => (measured: number, limit: number) =>
  `has ${measured} ${noun}, at most ${limit} asked`;

function firstFailure<Item>(list: Iterable<Item>, hold: (item: Item) => Failure | null): Failure | null {
  for (const item of list) {
    const failure = hold(item);
    if (failure !== null) return failure;
  }
  return passed;
}

/** How many of the schemas the value keeps. */
function kept(argument: unknown, value: unknown, scope: Scope): number {
  return listOf(argument).filter((schema) => scope.hold(schema, value) === null).length;
}

function containing(argument: unknown, value: unknown, scope: Scope): Failure | null {
  if (!Array.isArray(value)) return passed;
  const found = value.filter((item) => scope.hold(argument, item) === null).length;
  const low = typeof scope.schema.minContains === "number" ? scope.schema.minContains : 1;
  const high =
    typeof scope.schema.maxContains === "number" ? scope.schema.maxContains : Number.POSITIVE_INFINITY;
  return found >= low && found <= high ? passed : fail(scope, `has ${found} of the items it should contain`);
}

/** Members that `properties` and `patternProperties` say nothing about. */
function additional(argument: unknown, value: unknown, scope: Scope): Failure | null {
  if (!isObject(value)) return passed;
  const named = isObject(scope.schema.properties) ? scope.schema.properties : {};
  const patterns = isObject(scope.schema.patternProperties)
    ? Object.keys(scope.schema.patternProperties)
    : [];
  const rest = Object.keys(value).filter(
    (key) => !Object.hasOwn(named, key) && !patterns.some((pattern) => matches(pattern, key, scope)),
  );
  return firstFailure(rest, (key) =>
    argument === false
      ? fail(scope, `“${key.slice(0, 40)}” is not one of its keys`)
      : scope.hold(argument, value[key], member(scope, key)),
  );
}

function required(names: unknown, value: unknown, scope: Scope): Failure | null {
  if (!isObject(value)) return passed;
  const missing = listOf(names).find((name) => !Object.hasOwn(value, String(name)));
  return missing === undefined ? passed : fail(scope, `no key “${String(missing).slice(0, 40)}”`);
}

/** Items after those that `prefixItems` (or a list of `items`, as older schemas have it) speaks about. */
function itemsFrom(argument: unknown, value: unknown, scope: Scope): Failure | null {
  if (!Array.isArray(value)) return passed;
  if (Array.isArray(argument)) return prefix(argument, value, scope);
  const start = Array.isArray(scope.schema.prefixItems) ? scope.schema.prefixItems.length : 0;
  return firstFailure(value.slice(start).entries(), ([index, item]) =>
    scope.hold(argument, item, member(scope, start + index)),
  );
}

function prefix(argument: unknown, value: unknown, scope: Scope): Failure | null {
  if (!Array.isArray(value)) return passed;
  return firstFailure(listOf(argument).entries(), ([index, schema]) =>
    index < value.length ? scope.hold(schema, value[index], member(scope, index)) : passed,
  );
}

/** Every keyword that says something about a value. */
export const SCHEMA_KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  [
    "type",
    (argument, value, scope) => {
      const names = Array.isArray(argument) ? argument : [argument];
      const actual = typeOf(value);
      const fits = names.some((name) => name === actual || (name === "integer" && Number.isInteger(value)));
      return fits ? passed : fail(scope, `is ${actual}, ${names.join(" or ")} asked`);
    },
  ],
  [
    "enum",
    (argument, value, scope) => {
      const own = canonical(value, scope);
      const fits = listOf(argument).some((option) => canonical(option, scope) === own);
      return fits ? passed : fail(scope, `is ${shown(value)}, which is not one of the values asked`);
    },
  ],
  [
    "const",
    (argument, value, scope) =>
      canonical(argument, scope) === canonical(value, scope)
        ? passed
        : fail(scope, `is ${shown(value)}, ${shown(argument)} asked`),
  ],
  ["minimum", bound(number, atLeast, (measured, limit) => `is ${measured}, at least ${limit} asked`)],
  ["maximum", bound(number, atMost, (measured, limit) => `is ${measured}, at most ${limit} asked`)],
  [
    "exclusiveMinimum",
    bound(
      number,
      (measured, limit) => measured > limit,
      (measured, limit) => `is ${measured}, more than ${limit} asked`,
    ),
  ],
  [
    "exclusiveMaximum",
    bound(
      number,
      (measured, limit) => measured < limit,
      (measured, limit) => `is ${measured}, less than ${limit} asked`,
    ),
  ],
  [
    "multipleOf",
    (argument, value, scope) => {
      const of = numberOf(argument);
      if (of <= 0) throw new UnusableSchema("“multipleOf” in the JSON Schema has to be more than 0");
      return typeof value !== "number" || isMultiple(value, of)
        ? passed
        : fail(scope, `is ${value}, a multiple of ${of} asked`);
    },
  ],
  ["minLength", bound(length, atLeast, few("characters"))],
  ["maxLength", bound(length, atMost, many("characters"))],
  [
    "pattern",
    (argument, value, scope) =>
      typeof value !== "string" || matches(argument, value, scope)
        ? passed
        : fail(scope, "does not match its pattern"),
  ],
  ["minItems", bound(items, atLeast, few("items"))],
  ["maxItems", bound(items, atMost, many("items"))],
  [
    "uniqueItems",
    (argument, value, scope) => {
      if (argument !== true || !Array.isArray(value)) return passed;
      const distinct = new Set(value.map((item) => canonical(item, scope)));
      return distinct.size === value.length ? passed : fail(scope, "has the same item twice");
    },
  ],
  ["prefixItems", prefix],
  ["items", itemsFrom],
  ["contains", containing],
  ["minProperties", bound(members, atLeast, few("keys"))],
  ["maxProperties", bound(members, atMost, many("keys"))],
  ["required", required],
  [
    "dependentRequired",
    (argument, value, scope) =>
      !isObject(value)
        ? passed
        : firstFailure(Object.entries(objectOf(argument)), ([key, names]) =>
            Object.hasOwn(value, key) ? required(names, value, scope) : passed,
          ),
  ],
  [
    "properties",
    (argument, value, scope) =>
      !isObject(value)
        ? passed
        : firstFailure(Object.entries(objectOf(argument)), ([key, schema]) =>
            Object.hasOwn(value, key) ? scope.hold(schema, value[key], member(scope, key)) : passed,
          ),
  ],
  [
    "patternProperties",
    (argument, value, scope) =>
      !isObject(value)
        ? passed
        : firstFailure(Object.entries(objectOf(argument)), ([pattern, schema]) =>
            firstFailure(Object.keys(value), (key) => {
              scope.step(1);
              return matches(pattern, key, scope)
                ? scope.hold(schema, value[key], member(scope, key))
                : passed;
            }),
          ),
  ],
  ["additionalProperties", additional],
  [
    "propertyNames",
    (argument, value, scope) =>
      !isObject(value)
        ? passed
        : firstFailure(Object.keys(value), (key) => scope.hold(argument, key, member(scope, key))),
  ],
  [
    "allOf",
    (argument, value, scope) => firstFailure(listOf(argument), (schema) => scope.hold(schema, value)),
  ],
  [
    "anyOf",
    (argument, value, scope) =>
      kept(argument, value, scope) > 0 ? passed : fail(scope, "fits none of the forms asked"),
  ],
  [
    "oneOf",
    (argument, value, scope) => {
      const count = kept(argument, value, scope);
      return count === 1 ? passed : fail(scope, `fits ${count} of the forms asked, not one`);
    },
  ],
  [
    "not",
    (argument, value, scope) =>
      scope.hold(argument, value) === null ? fail(scope, "is what it must not be") : passed,
  ],
  [
    "if",
    (argument, value, scope) => {
      const branch = scope.hold(argument, value) === null ? scope.schema.then : scope.schema.else;
      return branch === undefined ? passed : scope.hold(branch, value);
    },
  ],
  ["$ref", (argument, value, scope) => scope.hold(scope.resolve(String(argument)), value)],
]);
