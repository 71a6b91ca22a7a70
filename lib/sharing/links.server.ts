import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "#lib/base/errors.ts";
import { newId } from "#lib/base/ids.ts";
import { contentHash } from "#lib/comparison/content-hash.ts";
import type { OwnLink, Shelf } from "./shelf.ts";
import { type Snapshot, snapshotSchema } from "./snapshot.ts";

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
/** One snapshot as JSON, bytes of UTF-8. */
const SNAPSHOT_BYTES = 4 * 1024 * 1024;
/** Links that everybody together may make in an hour on a hosted server: an owner costs nothing to make. */
const LINKS_AN_HOUR_IN_ALL = 3_000;

export interface MadeLink {
  id: string;
  /** Whoever has it can take the link back. It is told once and stored only as a hash. */
  manageToken: string;
  expiresAtMs: number | null;
}

export interface SharedSnapshot {
  id: string;
  snapshot: Snapshot;
  contentHash: string;
  createdAtMs: number;
  expiresAtMs: number | null;
}

/** Links to frozen comparisons. What was taken back, has expired or never was is the same: null. */
export interface Links {
  /** @throws AppError body-too-large, too-many-links */
  make(ownerId: string, snapshot: Snapshot, expiresInDays: number | null): Promise<MadeLink>;
  read(id: string): Promise<SharedSnapshot | null>;
  own(ownerId: string): Promise<OwnLink[]>;
  /** Gone for everybody when this resolves. `manageToken` is null when only the owner's cookie speaks. */
  revoke(id: string, ownerId: string, manageToken: string | null): Promise<boolean>;
}

interface LinksOptions {
  shelf(): Promise<Shelf>;
  /** Links that one owner may make in an hour; absent = any number. */
  perHour?: number;
  now?: () => number;
}

export function createLinks({ shelf, perHour, now = Date.now }: LinksOptions): Links {
  let hourBegan = 0;
  let madeThisHour = 0;

  const refuseTooMany = async (ownerId: string) => {
    if (perHour === undefined) return;
    const nowMs = now();
    if (nowMs - hourBegan > HOUR_MS) {
      hourBegan = nowMs;
      madeThisHour = 0;
    }
    madeThisHour += 1;
    const own = await (await shelf()).madeSince(ownerId, nowMs - HOUR_MS);
    if (own < perHour && madeThisHour <= LINKS_AN_HOUR_IN_ALL) return;
    throw new AppError(
      "too-many-links",
      "Many links were made within the last hour. Wait a while, or copy the link that holds everything itself.",
    );
  };

  return {
    async make(ownerId, snapshot, expiresInDays) {
      const parsed = snapshotSchema.parse(snapshot);
      const body = JSON.stringify(parsed);
      if (Buffer.byteLength(body) > SNAPSHOT_BYTES) {
        throw new AppError(
          "body-too-large",
          `A link holds at most ${SNAPSHOT_BYTES / 1024 / 1024} MB. Share fewer samples, or the prompts alone.`,
        );
      }
      await refuseTooMany(ownerId);
      const id = newId("cmp");
      const manageToken = newId("mgt");
      const createdAtMs = now();
      const expiresAtMs = expiresInDays === null ? null : createdAtMs + expiresInDays * DAY_MS;
      await (await shelf()).add({
        id,
        ownerId,
        title: parsed.comparison.title,
        body,
        contentHash: await contentHash(parsed),
        manageHash: hashOf(manageToken),
        createdAtMs,
        expiresAtMs,
      });
      return { id, manageToken, expiresAtMs };
    },
    async read(id) {
      if (!isLinkId(id)) return null;
      const entry = await (await shelf()).read(id, now());
      if (entry === null) return null;
      const { body, ...facts } = entry;
      return { ...facts, snapshot: snapshotSchema.parse(JSON.parse(body)) };
    },
    own: async (ownerId) => (await shelf()).own(ownerId, now()),
    async revoke(id, ownerId, manageToken) {
      if (!isLinkId(id)) return false;
      const kept = await shelf();
      if (manageToken !== null && manageToken !== "") {
        return kept.revoke(id, { manageHash: hashOf(manageToken) });
      }
      return kept.revoke(id, { ownerId });
    },
  };
}

/** Anything else was never made here and does not reach the database. */
function isLinkId(id: string): boolean {
  return /^cmp_[A-Za-z0-9_-]{22}$/.test(id);
}

/** The token is 128 random bits, so that a plain hash keeps it. */
function hashOf(manageToken: string): string {
  return createHash("sha256").update(manageToken).digest("base64url");
}
