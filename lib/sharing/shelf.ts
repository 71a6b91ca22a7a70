/** A snapshot on its way to the shelf. Its body is kept as text, so that what is read is what was hashed. */
export interface NewShelfEntry {
  /** `cmp_` and at least 128 random bits. */
  id: string;
  ownerId: string;
  title: string;
  /** The snapshot as JSON text. */
  body: string;
  /** SHA-256 of the snapshot's canonical form, 43 base64url characters. */
  contentHash: string;
  /** SHA-256 of the manage token; the token itself is never stored. */
  manageHash: string;
  createdAtMs: number;
  /** Null: until it is taken back. */
  expiresAtMs: number | null;
}

export interface ShelfEntry {
  id: string;
  body: string;
  contentHash: string;
  createdAtMs: number;
  expiresAtMs: number | null;
}

/** One line of "my links": everything but the body. */
export interface OwnLink {
  id: string;
  title: string;
  /** Size of the body in bytes of UTF-8. */
  bytes: number;
  createdAtMs: number;
  expiresAtMs: number | null;
}

/** What makes a request that is sent again find the link of its first try. */
export interface LinkClaim {
  scopes: readonly string[];
  bodyHash: string;
}

export interface ClaimedLink extends Pick<NewShelfEntry, "id" | "ownerId" | "manageHash" | "expiresAtMs"> {
  bodyHash: string;
}

/** How long a key means the link that was made with it, ms. */
export const CLAIMED_MS = 24 * 60 * 60_000;

/** Where snapshots are kept. Gone, expired and never there are the same: null. */
export interface Shelf {
  /**
   * `claim` lets the scopes of an Idempotency-Key name the new link, for as long as `CLAIMED_MS`; false, and nothing is
   * added, when one of them names a link already.
   */
  add(entry: NewShelfEntry, claim?: LinkClaim): Promise<boolean>;
  /** The link that one of these scopes names, also when it is gone. */
  claimed(scopes: readonly string[], nowMs: number): Promise<ClaimedLink | null>;
  read(id: string, nowMs: number): Promise<ShelfEntry | null>;
  /** Newest first, at most 500. */
  own(ownerId: string, nowMs: number): Promise<OwnLink[]>;
  /** How many this owner made since then, expired and revoked ones included: for the limit of new links. */
  madeSince(ownerId: string, sinceMs: number): Promise<number>;
  /** Deletes the body at once, for everybody. False when there is no such link or the claim does not fit. */
  revoke(id: string, claim: { ownerId: string } | { manageHash: string }): Promise<boolean>;
  /** Deletes the bodies of what has expired. Returns how many. */
  sweep(nowMs: number): Promise<number>;
}
