import { runs } from "./001-runs.ts";
import { links } from "./002-links.ts";
import { linkScopes } from "./003-link-scopes.ts";
import type { Migration } from "./migration.ts";

/** Every step there has been, oldest first. A stored thing more is a file more and a line here. */
export const MIGRATIONS: readonly Migration[] = [runs, links, linkScopes];
