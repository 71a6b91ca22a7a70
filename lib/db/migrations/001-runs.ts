import type { Migration } from "./migration.ts";

export const runs: Migration = {
  name: "001-runs",
  statements: [
    `CREATE TABLE probes (
      id INTEGER PRIMARY KEY,
      at_ms BIGINT NOT NULL
    )`,
    `CREATE TABLE instances (
      instance TEXT COLLATE BINARY PRIMARY KEY,
      seen_at_ms BIGINT NOT NULL
    )`,
    `CREATE TABLE runs (
      run_id TEXT COLLATE BINARY PRIMARY KEY,
      owner_id TEXT COLLATE BINARY NOT NULL,
      instance TEXT COLLATE BINARY NOT NULL,
      title TEXT NOT NULL,
      title_folded TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('running', 'complete', 'stopped', 'failed', 'interrupted')),
      content_hash TEXT NOT NULL,
      total BIGINT NOT NULL,
      ended BIGINT NOT NULL,
      cost_usd DOUBLE PRECISION NOT NULL,
      unpriced BIGINT NOT NULL,
      last_event_id BIGINT NOT NULL,
      stop_asked INTEGER NOT NULL,
      viewed_at_ms BIGINT,
      created_at_ms BIGINT NOT NULL,
      expires_at_ms BIGINT
    )`,
    `CREATE INDEX runs_of_owner ON runs (owner_id, created_at_ms, run_id)`,
    `CREATE INDEX runs_open ON runs (instance) WHERE status = 'running'`,
    `CREATE INDEX runs_by_expiry ON runs (expires_at_ms) WHERE expires_at_ms IS NOT NULL`,
    `CREATE TABLE run_requests (
      run_id TEXT COLLATE BINARY PRIMARY KEY REFERENCES runs (run_id) ON DELETE CASCADE,
      prompts_folded TEXT NOT NULL,
      request TEXT NOT NULL
    )`,
    `CREATE TABLE run_scopes (
      scope TEXT COLLATE BINARY PRIMARY KEY,
      run_id TEXT COLLATE BINARY NOT NULL REFERENCES runs (run_id) ON DELETE CASCADE,
      body_hash TEXT NOT NULL
    )`,
    `CREATE INDEX run_scopes_of_run ON run_scopes (run_id)`,
    `CREATE TABLE run_ends (
      run_id TEXT COLLATE BINARY NOT NULL REFERENCES runs (run_id) ON DELETE CASCADE,
      variant TEXT COLLATE BINARY NOT NULL,
      case_id TEXT COLLATE BINARY NOT NULL,
      sample INTEGER NOT NULL,
      event_id BIGINT NOT NULL,
      failed INTEGER NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (run_id, variant, case_id, sample)
    )`,
    `CREATE INDEX run_ends_by_event ON run_ends (run_id, event_id)`,
  ],
};
