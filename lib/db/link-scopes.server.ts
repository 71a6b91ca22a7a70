import "server-only";
import type { ExpressionBuilder, Kysely, Transaction } from "kysely";
import { wellFormed } from "#lib/base/well-formed.ts";
import { CLAIMED_MS, type ClaimedLink, type LinkClaim, type NewShelfEntry } from "#lib/sharing/shelf.ts";
import { ScopeTaken } from "./run-begin.server.ts";
import type { Tables } from "./tables.ts";

/** The link that one of these scopes names. One that was made more than `CLAIMED_MS` ago is named by none. */
export async function findClaimed(
  db: Kysely<Tables>,
  scopes: readonly string[],
  nowMs: number,
): Promise<ClaimedLink | null> {
  if (scopes.length === 0) return null;
  const row = await db
    .selectFrom("link_scopes")
    .innerJoin("links", "links.id", "link_scopes.link_id")
    .select(["links.id", "owner_id", "manage_hash", "expires_at_ms", "body_hash"])
    .where("scope", "in", scopes.map(wellFormed))
    .where("created_at_ms", ">=", nowMs - CLAIMED_MS)
    .orderBy("scope")
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    ownerId: row.owner_id,
    manageHash: row.manage_hash,
    expiresAtMs: row.expires_at_ms,
    bodyHash: row.body_hash,
  };
}

/** Lets the scopes name a new link. @throws ScopeTaken when one of them names a link already */
export async function writeLinkScopes(
  transaction: Transaction<Tables>,
  { id, createdAtMs }: Pick<NewShelfEntry, "id" | "createdAtMs">,
  { scopes, bodyHash }: LinkClaim,
): Promise<void> {
  // Sorted, so that two who write the same ones do not wait for each other.
  const named = [...new Set(scopes.map(wellFormed))].sort();
  if (named.length === 0) return;
  await transaction
    .deleteFrom("link_scopes")
    .where("scope", "in", named)
    .where(({ exists, selectFrom }) => exists(oldLink(selectFrom, createdAtMs)))
    .execute();
  const written = await transaction
    .insertInto("link_scopes")
    .values(named.map((scope) => ({ scope, link_id: id, body_hash: bodyHash })))
    .onConflict((conflict) => conflict.column("scope").doNothing())
    .returning("scope")
    .execute();
  if (written.length < named.length) throw new ScopeTaken();
}

/** Forgets the keys of links that are older than a key counts. */
export async function sweepLinkScopes(db: Kysely<Tables>, nowMs: number): Promise<void> {
  await db
    .deleteFrom("link_scopes")
    .where(({ exists, selectFrom }) => exists(oldLink(selectFrom, nowMs)))
    .execute();
}

function oldLink(selectFrom: ExpressionBuilder<Tables, "link_scopes">["selectFrom"], nowMs: number) {
  return selectFrom("links")
    .select("links.id")
    .whereRef("links.id", "=", "link_scopes.link_id")
    .where("created_at_ms", "<", nowMs - CLAIMED_MS);
}
