import type { Migration } from "./migration.ts";

export const links: Migration = {
  name: "002-links",
  statements: [
    `CREATE TABLE links (
      id TEXT COLLATE BINARY PRIMARY KEY,
      owner_id TEXT COLLATE BINARY NOT NULL,
      title TEXT NOT NULL,
      bytes BIGINT NOT NULL,
      content_hash TEXT NOT NULL,
      manage_hash TEXT NOT NULL,
      gone INTEGER NOT NULL,
      created_at_ms BIGINT NOT NULL,
      expires_at_ms BIGINT
    )`,
    `CREATE INDEX links_of_owner ON links (owner_id, created_at_ms, id)`,
    `CREATE INDEX links_by_expiry ON links (expires_at_ms) WHERE gone = 0 AND expires_at_ms IS NOT NULL`,
    `CREATE INDEX links_gone ON links (created_at_ms) WHERE gone = 1`,
    `CREATE TABLE link_bodies (
      id TEXT COLLATE BINARY PRIMARY KEY REFERENCES links (id) ON DELETE CASCADE,
      body TEXT NOT NULL
    )`,
  ],
};
