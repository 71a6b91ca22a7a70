import { z } from "zod";
import type { Tables } from "./tables.ts";

/**
 * A backup is lines of JSON: a first line that says what it is, one line a row, and a last line that proves that
 * nothing is missing. It is the same for both databases, so that one can be restored into the other.
 */
export const BACKUP_VERSION = 1;

/** What is kept, parents before children, with the key that orders the rows. What only concerns now is left out. */
export const KEPT_TABLES = [
  { table: "runs", key: ["run_id"] },
  { table: "run_requests", key: ["run_id"] },
  { table: "run_scopes", key: ["scope"] },
  { table: "run_ends", key: ["run_id", "variant", "case_id", "sample"] },
  { table: "links", key: ["id"] },
  { table: "link_bodies", key: ["id"] },
  { table: "link_scopes", key: ["scope"] },
] as const satisfies readonly { table: keyof Tables; key: readonly string[] }[];

/** What is not in a backup: every start makes it anew. */
export const PASSING_TABLES = [
  "migrations",
  "probes",
  "instances",
] as const satisfies readonly (keyof Tables)[];

export const firstLineSchema = z.strictObject({
  afterprompt: z.literal("backup"),
  version: z.int(),
  migrations: z.array(z.string()).min(1),
  madeAt: z.iso.datetime(),
});

export const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export const rowLineSchema = z.strictObject({
  table: z.enum(KEPT_TABLES.map(({ table }) => table)),
  row: rowSchema,
});

export const lastLineSchema = z.strictObject({
  rows: z.int(),
  /** Of all lines before this one, each with its line break; base64url. */
  sha256: z.string(),
});

export type Row = z.infer<typeof rowSchema>;
export type KeptTable = (typeof KEPT_TABLES)[number]["table"];
