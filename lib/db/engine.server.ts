import "server-only";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** One of the two databases: everything in which they differ. The queries are the same for both. */
export interface Engine {
  kind: "sqlite" | "postgres";
  db: Kysely<Tables>;
  /** Makes every other process that wants to change the schema wait until the transaction is over. */
  lockSchema(transaction: Transaction<Tables>): Promise<void>;
  /** Keeps a copy of everything before the schema changes; null where the operator's own backups do that. */
  copyBefore: ((migration: string) => void) | null;
  /** Ends with everything in its place. */
  close(): Promise<void>;
}
