import "server-only";
import type { Kysely } from "kysely";
import { wellFormed } from "#lib/base/well-formed.ts";
import type { Shelf } from "#lib/sharing/shelf.ts";
import { inBatches } from "./batches.server.ts";
import { findClaimed, sweepLinkScopes, writeLinkScopes } from "./link-scopes.server.ts";
import { ScopeTaken } from "./run-begin.server.ts";
import { idToFind } from "./stored-text.ts";
import type { Tables } from "./tables.ts";

const OWN_AT_MOST = 500;
/** Links whose bodies are deleted in one transaction. */
const BATCH = 20;
/** How long the row of a link that is gone counts for the limit of new links, ms after it was made. */
const COUNTED_MS = 31 * 24 * 60 * 60_000;

/** The shelf in a database. A link that is gone keeps its row, without title and body, until it no longer counts. */
export function createShelf(db: Kysely<Tables>): Shelf {
  /** Takes the bodies away for everybody; returns how many of `ids` were still there. */
  const empty = (ids: readonly string[]): Promise<number> =>
    db.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable("links")
        .set({ gone: 1, title: "" })
        .where("id", "in", ids)
        .where("gone", "=", 0)
        .executeTakeFirstOrThrow();
      await transaction.deleteFrom("link_bodies").where("id", "in", ids).execute();
      return Number(numUpdatedRows);
    });

  return {
    async add(entry, claim = { scopes: [], bodyHash: "" }) {
      const body = wellFormed(entry.body);
      try {
        await db.transaction().execute(async (transaction) => {
          await transaction
            .insertInto("links")
            .values({
              id: entry.id,
              owner_id: entry.ownerId,
              title: wellFormed(entry.title),
              bytes: Buffer.byteLength(body),
              content_hash: entry.contentHash,
              manage_hash: entry.manageHash,
              gone: 0,
              created_at_ms: entry.createdAtMs,
              expires_at_ms: entry.expiresAtMs,
            })
            .execute();
          await transaction.insertInto("link_bodies").values({ id: entry.id, body }).execute();
          await writeLinkScopes(transaction, entry, claim);
        });
        return true;
      } catch (error) {
        if (error instanceof ScopeTaken) return false;
        throw error;
      }
    },

    claimed: (scopes, nowMs) => findClaimed(db, scopes, nowMs),

    async read(id, nowMs) {
      const row = await db
        .selectFrom("links")
        .innerJoin("link_bodies", "link_bodies.id", "links.id")
        .select(["body", "content_hash", "created_at_ms", "expires_at_ms"])
        .where("links.id", "=", idToFind(id))
        .where("gone", "=", 0)
        .executeTakeFirst();
      if (row === undefined || (row.expires_at_ms !== null && row.expires_at_ms <= nowMs)) return null;
      return {
        id,
        body: row.body,
        contentHash: row.content_hash,
        createdAtMs: row.created_at_ms,
        expiresAtMs: row.expires_at_ms,
      };
    },

    async own(ownerId, nowMs) {
      const rows = await db
        .selectFrom("links")
        .select(["id", "title", "bytes", "created_at_ms", "expires_at_ms"])
        .where("owner_id", "=", ownerId)
        .where("gone", "=", 0)
        .where(({ eb, or }) => or([eb("expires_at_ms", "is", null), eb("expires_at_ms", ">", nowMs)]))
        .orderBy("created_at_ms", "desc")
        .orderBy("id", "desc")
        .limit(OWN_AT_MOST)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        title: row.title,
        bytes: row.bytes,
        createdAtMs: row.created_at_ms,
        expiresAtMs: row.expires_at_ms,
      }));
    },

    async madeSince(ownerId, sinceMs) {
      const { made } = await db
        .selectFrom("links")
        .select(({ fn }) => fn.countAll<number>().as("made"))
        .where("owner_id", "=", ownerId)
        .where("created_at_ms", ">=", sinceMs)
        .executeTakeFirstOrThrow();
      return made;
    },

    async revoke(id, claim) {
      const [column, value] =
        "ownerId" in claim
          ? (["owner_id", claim.ownerId] as const)
          : (["manage_hash", claim.manageHash] as const);
      // Nothing is never the right answer to "whose is it?".
      if (value === "") return false;
      const link = await db
        .selectFrom("links")
        .select("id")
        .where("id", "=", idToFind(id))
        .where(column, "=", idToFind(value))
        .executeTakeFirst();
      return link !== undefined && (await empty([link.id])) === 1;
    },

    async sweep(nowMs) {
      const swept = await inBatches(async () => {
        const expired = await db
          .selectFrom("links")
          .select("id")
          .where("gone", "=", 0)
          .where("expires_at_ms", "<=", nowMs)
          .limit(BATCH)
          .execute();
        return expired.length === 0 ? 0 : empty(expired.map(({ id }) => id));
      });
      await sweepLinkScopes(db, nowMs);
      await db
        .deleteFrom("links")
        .where("gone", "=", 1)
        .where("created_at_ms", "<", nowMs - COUNTED_MS)
        .execute();
      return swept;
    },
  };
}
