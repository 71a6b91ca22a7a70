import "server-only";
import type { Kysely, Transaction } from "kysely";
import { wellFormed } from "#lib/base/well-formed.ts";
import type { EarlierRun, NewArchivedRun } from "#lib/runs/archive.ts";
import { seeInstance } from "./run-leases.server.ts";
import { folded, toStoredJson } from "./stored-text.ts";
import type { Tables } from "./tables.ts";

/** Fields of a prompt whose text is a word of ours. */
const OUR_WORDS: ReadonlySet<string> = new Set(["kind", "op"]);

/** Undoes a claim whose scope another one has: the only way out of a transaction is to throw. */
export class ScopeTaken extends Error {}

/**
 * Writes a new run, or answers the one that one of its idempotency scopes already names. The unique key of the
 * scopes decides between beginnings at the same time: the second waits for the first and then sees it.
 */
export async function beginRun(db: Kysely<Tables>, run: NewArchivedRun): Promise<EarlierRun | null> {
  const scopes = run.idempotency?.scopes ?? [];
  for (;;) {
    const earlier = await findEarlier(db, scopes);
    if (earlier !== null) return earlier;
    try {
      await db.transaction().execute((transaction) => write(transaction, run));
      return null;
    } catch (error) {
      if (!(error instanceof ScopeTaken)) throw error;
    }
  }
}

/** The run that one of these idempotency scopes names. */
export async function findEarlier(db: Kysely<Tables>, scopes: readonly string[]): Promise<EarlierRun | null> {
  if (scopes.length === 0) return null;
  const row = await db
    .selectFrom("run_scopes")
    .innerJoin("runs", "runs.run_id", "run_scopes.run_id")
    .select(["runs.run_id", "owner_id", "body_hash"])
    .where("scope", "in", scopes.map(wellFormed))
    .orderBy("scope")
    .executeTakeFirst();
  return row === undefined ? null : { runId: row.run_id, ownerId: row.owner_id, bodyHash: row.body_hash };
}

async function write(transaction: Transaction<Tables>, run: NewArchivedRun): Promise<void> {
  await transaction
    .insertInto("runs")
    .values({
      run_id: run.runId,
      owner_id: run.ownerId,
      instance: run.instance,
      title: wellFormed(run.title),
      title_folded: folded(run.title),
      status: "running",
      content_hash: run.contentHash,
      total: run.total,
      ended: 0,
      cost_usd: 0,
      unpriced: 0,
      last_event_id: 0,
      stop_asked: 0,
      viewed_at_ms: null,
      created_at_ms: run.createdAtMs,
      expires_at_ms: run.expiresAtMs,
    })
    .execute();
  await writeScopes(transaction, run.runId, run.idempotency);
  await transaction
    .insertInto("run_requests")
    .values({
      run_id: run.runId,
      prompts_folded: folded(promptTexts(run.request.variants.map(({ prompt }) => prompt)).join("\n")),
      request: toStoredJson(run.request),
    })
    .execute();
  await seeInstance(transaction, run.instance, run.createdAtMs);
}

/** Lets the scopes name a run. @throws ScopeTaken when one of them names a run already */
export async function writeScopes(
  transaction: Transaction<Tables>,
  runId: string,
  idempotency: NewArchivedRun["idempotency"],
): Promise<void> {
  // Sorted, so that two who write the same ones do not wait for each other.
  const scopes = [...new Set(idempotency?.scopes.map(wellFormed))].sort();
  if (idempotency === null || scopes.length === 0) return;
  const written = await transaction
    .insertInto("run_scopes")
    .values(scopes.map((scope) => ({ scope, run_id: runId, body_hash: idempotency.bodyHash })))
    .onConflict((conflict) => conflict.column("scope").doNothing())
    .returning("scope")
    .execute();
  if (written.length < scopes.length) throw new ScopeTaken();
}

/** Every text that a person wrote in a prompt, in its order; the names of kinds are ours. */
function promptTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => (OUR_WORDS.has(name) ? [] : promptTexts(item)));
}
