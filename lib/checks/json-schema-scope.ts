/** Where and why a value is not what its schema asks for. `where` is a path such as "items[2].price"; "" is the whole. */
export interface Failure {
  where: string;
  why: string;
}

/** What a keyword may ask for beside its own argument. */
export interface Scope {
  /** The schema that the keyword stands in. */
  schema: Readonly<Record<string, unknown>>;
  where: string;
  /** Holds a value against a schema inside this one. */
  hold(schema: unknown, value: unknown, where?: string): Failure | null;
  /** The schema that a reference within the document names. */
  resolve(reference: string): unknown;
  /** Counts work that grows with the value. @throws UnusableSchema when it is too much */
  step(times: number): void;
}

/** Holds one keyword's argument against a value; null = nothing against it. */
export type Keyword = (argument: unknown, value: unknown, scope: Scope) => Failure | null;

/** The schema is at fault, not the value. */
export class UnusableSchema extends Error {}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
