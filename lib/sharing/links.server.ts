import "server-only";
import { createHash, createHmac } from "node:crypto";
import { AppError } from "#lib/base/errors.ts";
import { idOf, isId, newId } from "#lib/base/ids.ts";
import { contentHash } from "#lib/comparison/content-hash.ts";
import type { LinkClaim, NewShelfEntry, OwnLink, Shelf } from "./shelf.ts";
import { type Snapshot, snapshotSchema } from "./snapshot.ts";

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
/** One snapshot as JSON, bytes of UTF-8. */
const SNAPSHOT_BYTES = 4 * 1024 * 1024;
/** Links that everybody together may make in an hour on a hosted server: an owner costs nothing to make. */
const LINKS_AN_HOUR_IN_ALL = 3_000;

export interface MadeLink {
  id: string;
  /** Whoever has it can take the link back. It is told to who made the link and stored only as a hash. */
  manageToken: string;
  ownerId: string;
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
  /**
   * Refuses whoever has made too many links, before there is work to do for one more. `make` asks again.
   * @throws AppError too-many-links
   */
  refuseTooMany(ownerId: string): Promise<void>;
  /** @throws AppError body-too-large, too-many-links */
  make(ownerId: string, snapshot: Snapshot, expiresInDays: number | null): Promise<MadeLink>;
  /** The same for a request that may come again; null when its claim names a link already, which `claimed` tells. */
  makeOnce(
    claim: LinkClaim,
    ownerId: string,
    snapshot: Snapshot,
    expiresInDays: number | null,
  ): Promise<MadeLink | null>;
  /** The link that one of these scopes of an Idempotency-Key names, also when it is gone, and the body it was made of. */
  claimed(scopes: readonly string[]): Promise<{ link: MadeLink; bodyHash: string } | null>;
  read(id: string): Promise<SharedSnapshot | null>;
  own(ownerId: string): Promise<OwnLink[]>;
  /** Gone for everybody when this resolves. `manageToken` is null when only the owner's cookie speaks. */
  revoke(id: string, ownerId: string, manageToken: string | null): Promise<boolean>;
}

interface LinksOptions {
  shelf(): Promise<Shelf>;
  /** Makes the manage tokens, so that one can be told again without being stored. */
  secret: string;
  /** Links that one owner may make in an hour; absent = any number. */
  perHour?: number;
  /** Links that everybody together may make in an hour, when there is a limit at all. */
  inAll?: number;
  now?: () => number;
}

export function createLinks({
  shelf,
  secret,
  perHour,
  inAll = LINKS_AN_HOUR_IN_ALL,
  now = Date.now,
}: LinksOptions): Links {
  let hourBegan = 0;
  /** What was put on the shelf, and what is being put there. */
  let madeThisHour = 0;
  const inTurn = createTurns();

  const refuseTooMany = async (ownerId: string) => {
    if (perHour === undefined) return;
    const nowMs = now();
    const own = await (await shelf()).madeSince(ownerId, nowMs - HOUR_MS);
    if (nowMs - hourBegan > HOUR_MS) {
      hourBegan = nowMs;
      madeThisHour = 0;
    }
    if (own < perHour && madeThisHour < inAll) return;
    throw new AppError(
      "too-many-links",
      "Many links were made within the last hour. Wait a while, or copy the link that holds everything itself.",
    );
  };
  /** One after the other for each owner, so that nothing comes between the count and what is counted. */
  const add = (entry: NewShelfEntry, claim?: LinkClaim) =>
    inTurn(entry.ownerId, async () => {
      await refuseTooMany(entry.ownerId);
      madeThisHour += 1;
      let isNew = false;
      try {
        isNew = await (await shelf()).add(entry, claim);
      } finally {
        if (!isNew) madeThisHour = Math.max(0, madeThisHour - 1);
      }
      return isNew;
    });
  /** HMAC-SHA-256 (RFC 2104), its first 128 bits. */
  const tokenOf = (id: string): string =>
    idOf("mgt", createHmac("sha256", secret).update(`manage\n${id}`).digest().subarray(0, 16));

  const put = async (
    ownerId: string,
    snapshot: Snapshot,
    expiresInDays: number | null,
    claim?: LinkClaim,
  ): Promise<MadeLink | null> => {
    const parsed = snapshotSchema.parse(snapshot);
    const body = JSON.stringify(parsed);
    if (Buffer.byteLength(body) > SNAPSHOT_BYTES) {
      throw new AppError(
        "body-too-large",
        `A link holds at most ${SNAPSHOT_BYTES / 1024 / 1024} MB. Share fewer samples, or the prompts alone.`,
      );
    }
    const id = newId("cmp");
    const manageToken = tokenOf(id);
    const createdAtMs = now();
    const expiresAtMs = expiresInDays === null ? null : createdAtMs + expiresInDays * DAY_MS;
    const entry = {
      id,
      ownerId,
      title: parsed.comparison.title,
      body,
      contentHash: await contentHash(parsed),
      manageHash: hashOf(manageToken),
      createdAtMs,
      expiresAtMs,
    };
    return (await add(entry, claim)) ? { id, manageToken, ownerId, expiresAtMs } : null;
  };

  return {
    refuseTooMany,
    makeOnce: (claim, ownerId, snapshot, expiresInDays) => put(ownerId, snapshot, expiresInDays, claim),
    async make(ownerId, snapshot, expiresInDays) {
      const link = await put(ownerId, snapshot, expiresInDays);
      if (link === null) throw new Error("a link without a claim was claimed");
      return link;
    },
    async claimed(scopes) {
      const found = await (await shelf()).claimed(scopes, now());
      if (found === null) return null;
      const { id, ownerId, expiresAtMs, bodyHash, manageHash } = found;
      const manageToken = tokenOf(id);
      if (hashOf(manageToken) !== manageHash) {
        throw new AppError(
          "conflict",
          "This request was answered before the server had a new secret. Its link is in “My links”; send a new key to make another.",
        );
      }
      return { link: { id, manageToken, ownerId, expiresAtMs }, bodyHash };
    },
    async read(id) {
      if (!isId("cmp", id)) return null;
      const entry = await (await shelf()).read(id, now());
      if (entry === null) return null;
      const { body, ...facts } = entry;
      return { ...facts, snapshot: snapshotSchema.parse(JSON.parse(body)) };
    },
    own: async (ownerId) => (await shelf()).own(ownerId, now()),
    async revoke(id, ownerId, manageToken) {
      if (!isId("cmp", id)) return false;
      const kept = await shelf();
      if (manageToken !== null && manageToken !== "") {
        return kept.revoke(id, { manageHash: hashOf(manageToken) });
      }
      return kept.revoke(id, { ownerId });
    },
  };
}

/** Work that is done one after the other for the same name; what failed holds nobody up. */
function createTurns(): <Answer>(name: string, work: () => Promise<Answer>) => Promise<Answer> {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
}

/** The token is 128 bits that nobody can guess, so that a plain hash keeps it. */
function hashOf(manageToken: string): string {
  return createHash("sha256").update(manageToken).digest("base64url");
}
