import type { RunStatus } from "#lib/runs/events.ts";

/**
 * The tables, as queries see them. The migrations make them; times are whole milliseconds since 1970, JSON is
 * text, and all text is well-formed.
 */
export interface Tables {
  migrations: { name: string; checksum: string; applied_at_ms: number };
  probes: { id: number; at_ms: number };
  instances: { instance: string; seen_at_ms: number };
  runs: RunRow;
  run_requests: { run_id: string; prompts_folded: string; request: string };
  run_scopes: { scope: string; run_id: string; body_hash: string };
  run_ends: RunEndRow;
  links: LinkRow;
  link_bodies: { id: string; body: string };
  link_scopes: { scope: string; link_id: string; body_hash: string };
}

/** Small and often written; what is large and written once is in `run_requests`. */
interface RunRow {
  run_id: string;
  owner_id: string;
  instance: string;
  title: string;
  title_folded: string;
  status: RunStatus;
  content_hash: string;
  total: number;
  ended: number;
  /** US dollars of all ends, replaced ones included. */
  cost_usd: number;
  /** Ends whose price is unknown. */
  unpriced: number;
  last_event_id: number;
  stop_asked: number;
  /** When somebody last watched it through an instance that does not work on it. */
  viewed_at_ms: number | null;
  created_at_ms: number;
  expires_at_ms: number | null;
}

interface RunEndRow {
  run_id: string;
  variant: string;
  case_id: string;
  sample: number;
  event_id: number;
  /** 0: `body` is a result; 1: a failure. */
  failed: number;
  body: string;
}

/** Stays after its body has gone, without its title, for the limit of new links. */
interface LinkRow {
  id: string;
  owner_id: string;
  title: string;
  bytes: number;
  content_hash: string;
  manage_hash: string;
  /** 1: taken back or expired. */
  gone: number;
  created_at_ms: number;
  expires_at_ms: number | null;
}
