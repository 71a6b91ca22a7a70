import type { Migration } from "./migration.ts";

export const linkScopes: Migration = {
  name: "003-link-scopes",
  statements: [
    `CREATE TABLE link_scopes (
      scope TEXT COLLATE BINARY PRIMARY KEY,
      link_id TEXT COLLATE BINARY NOT NULL REFERENCES links (id) ON DELETE CASCADE,
      body_hash TEXT NOT NULL
    )`,
    `CREATE INDEX link_scopes_of_link ON link_scopes (link_id)`,
  ],
};
