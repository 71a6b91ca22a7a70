import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "#lib/base/errors.ts";
import { isId } from "#lib/base/ids.ts";
import { contentHash } from "#lib/comparison/content-hash.ts";
import { type LinkName, newLinkName } from "./link-name.server.ts";
import type { NewShelfEntry, OwnLink, Shelf } from "./shelf.ts";
import { type Snapshot, snapshotSchema } from "./snapshot.ts";

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
/** One snapshot as JSON, bytes of UTF-8. */
const SNAPSHOT_BYTES = 4 * 1024 * 1024;
/** Links that everybody together may make in an hour on a hosted server: an owner costs nothing to make. */
const LINKS_AN_HOUR_IN_ALL = 3_000;

/** Whoever has the token can take the link back. It is told to who made the link and stored only as a hash. */
export interface MadeLink extends LinkName {
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
  /** The same under a name that may have been given before; null when it was, and then `made` tells to what. */
  makeNamed(
    name: LinkName,
    ownerId: string,
    snapshot: Snapshot,
    expiresInDays: number | null,
  ): Promise<MadeLink | null>;
  /** The link that was made under a name, also one that is gone; `isSame` is false when its token is another. */
  made(name: LinkName): Promise<{ link: MadeLink; isSame: boolean } | null>;
  read(id: string): Promise<SharedSnapshot | null>;
  own(ownerId: string): Promise<OwnLink[]>;
  /** Gone for everybody when this resolves. `manageToken` is null when only the owner's cookie speaks. */
  revoke(id: string, ownerId: string, manageToken: string | null): Promise<boolean>;
}

interface LinksOptions {
  shelf(): Promise<Shelf>;
  /** Links that one owner may make in an hour; absent = any number. */
  perHour?: number;
  /** Links that everybody together may make in an hour, when there is a limit at all. */
  inAll?: number;
  now?: () => number;
}

export function createLinks({
  shelf,
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
  const add = (entry: NewShelfEntry) =>
    inTurn(entry.ownerId, async () => {
      await refuseTooMany(entry.ownerId);
      madeThisHour += 1;
      try {
        return await (await shelf()).add(entry);
      } catch (error) {
        madeThisHour = Math.max(0, madeThisHour - 1);
        throw error;
      }
    });

  const makeNamed: Links["makeNamed"] = async ({ id, manageToken }, ownerId, snapshot, expiresInDays) => {
    const parsed = snapshotSchema.parse(snapshot);
    const body = JSON.stringify(parsed);
    if (Buffer.byteLength(body) > SNAPSHOT_BYTES) {
      throw new AppError(
        "body-too-large",
        `A link holds at most ${SNAPSHOT_BYTES / 1024 / 1024} MB. Share fewer samples, or the prompts alone.`,
      );
    }
    const createdAtMs = now();
    const expiresAtMs = expiresInDays === null ? null : createdAtMs + expiresInDays * DAY_MS;
    const isNew = await add({
      id,
      ownerId,
      title: parsed.comparison.title,
      body,
      contentHash: await contentHash(parsed),
      manageHash: hashOf(manageToken),
      createdAtMs,
      expiresAtMs,
    });
    return isNew ? { id, manageToken, ownerId, expiresAtMs } : null;
  };

  return {
    refuseTooMany,
    makeNamed,
    async make(ownerId, snapshot, expiresInDays) {
      const link = await makeNamed(newLinkName(), ownerId, snapshot, expiresInDays);
      if (link === null) throw new Error("two random ids of 128 bits were the same");
      return link;
    },
    async made({ id, manageToken }) {
      const kept = await (await shelf()).owned(id);
      if (kept === null) return null;
      const { ownerId, manageHash, expiresAtMs } = kept;
      return { link: { id, manageToken, ownerId, expiresAtMs }, isSame: manageHash === hashOf(manageToken) };
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

/** The token is 128 random bits, so that a plain hash keeps it. */
function hashOf(manageToken: string): string {
  return createHash("sha256").update(manageToken).digest("base64url");
}
