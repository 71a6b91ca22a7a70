import "server-only";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Engine } from "./engine.server.ts";
import { StorageError } from "./storage-error.ts";
import type { Tables } from "./tables.ts";

const CONNECTIONS = 10;
const CONNECT_MS = 5_000;
/** A query that takes longer has met a lock that nobody gives back. */
const STATEMENT_MS = 30_000;
/** Postgres's number for BIGINT; pg reads it as text, for fear of numbers over 2⁵³. We keep none. */
const BIGINT = 20;
/** Any number, the same in every version: whoever changes the schema holds this lock. */
const SCHEMA_LOCK = 7_308_325;

/**
 * Connects to the database that DATABASE_URL names. Throws StorageError when it cannot be reached.
 * `statementMs` 0 waits as long as it takes.
 */
export async function openPostgres(databaseUrl: string, statementMs = STATEMENT_MS): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: statementMs,
    application_name: "afterprompt",
    types: {
      getTypeParser: (oid, format) => (oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  // An idle connection that breaks is replaced when the next one is asked for; unheard, the event would end us.
  pool.on("error", () => {});
  try {
    const client = await pool.connect();
    client.release();
  } catch (error) {
    await pool.end();
    throw new StorageError("unusable", sentence(error), { cause: error });
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: "postgres",
    db,
    lockSchema: async (transaction) => {
      await sql`select pg_advisory_xact_lock(${SCHEMA_LOCK})`.execute(transaction);
    },
    copyBefore: null,
    close: async () => {
      await db.destroy();
      if (!pool.ended) await pool.end();
    },
  };
}

/** What to do, by Postgres's and the network's own codes. Addresses and names stay out of it. */
function sentence(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "no answer";
  switch (code) {
    case "28P01":
    case "28000":
      return "The database that DATABASE_URL names refuses the user or the password. Correct them in DATABASE_URL.";
    case "3D000":
      return "The database server that DATABASE_URL names has no database of that name. Create it first: createdb NAME";
    default:
      return `The database server that DATABASE_URL names cannot be reached (${code}). Check that it runs and that this machine may connect to it.`;
  }
}
