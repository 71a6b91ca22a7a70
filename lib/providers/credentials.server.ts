import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "#lib/base/errors.ts";
import type { Environment } from "#lib/env.server.ts";
import { hostAndPort } from "./address.ts";
import { PROVIDERS, providerRow, variableNames } from "./catalogue.ts";
import type { Connection, ProviderRow } from "./types.ts";

/** A person's own key, bound to the address it was typed for. */
interface OwnKey {
  /** Empty for a service that takes none. */
  apiKey: string;
  /** Absent = the provider's address on this server. */
  baseUrl?: string;
}

/** By catalogue id; read from the sealed cookie and from nowhere else. */
export type OwnKeys = Readonly<Record<string, OwnKey>>;

/** Whose credential a call uses. `none`: the provider needs none. */
type CredentialSource = "own" | "server" | "local" | "none";

export interface ResolvedConnection {
  row: ProviderRow;
  connection: Connection;
  source: CredentialSource;
  /** Names provider, address and key without revealing them: for gates and caches. */
  keyId: string;
}

/**
 * Chooses exactly one credential for a provider. A person's entry, whatever is in it, is the only one
 * considered once it exists: it never falls back to the server's key. The server's own keys are used in
 * local mode only.
 * @throws AppError unknown-provider, no-key
 */
export function resolveConnection(input: {
  provider: string;
  ownKeys: OwnKeys;
  environment: Environment;
}): ResolvedConnection {
  const { environment, ownKeys } = input;
  const row = providerRow(input.provider);
  if (row === undefined) {
    throw new AppError("unknown-provider", "This app does not know that provider. Choose one from the list.");
  }
  if (row.auth === "none") return resolved(row, "none", "", null, []);
  if (Object.hasOwn(ownKeys, row.id)) return fromOwnKey(row, ownKeys[row.id], environment);
  if (environment.mode === "hosted") throw noKey(row, environment);
  return fromServer(row, environment);
}

/** The address that a key for this provider goes to unless its owner names another; null when there is none. */
export function defaultAddress(row: ProviderRow, environment: Environment): string | null {
  return environment.providers[row.id]?.baseUrl ?? row.baseUrl;
}

function fromOwnKey(row: ProviderRow, own: OwnKey | undefined, environment: Environment): ResolvedConnection {
  const apiKey = own?.apiKey.trim() || null;
  if (apiKey === null && row.auth === "key") throw noKey(row, environment);
  const baseUrl = own?.baseUrl ?? defaultAddress(row, environment);
  if (baseUrl === null) throw noAddress(row, environment);
  return resolved(row, "own", baseUrl, apiKey, allowedHosts(row, baseUrl, environment));
}

function fromServer(row: ProviderRow, environment: Environment): ResolvedConnection {
  const apiKey = environment.providers[row.id]?.apiKey ?? null;
  if (apiKey === null && row.auth === "key") throw noKey(row, environment);
  const baseUrl = defaultAddress(row, environment);
  if (baseUrl === null) throw noAddress(row, environment);
  const source = row.local ? "local" : "server";
  return resolved(row, source, baseUrl, apiKey, allowedHosts(row, baseUrl, environment));
}

/**
 * Private hosts that this one connection may reach: the address that the operator set for the provider,
 * for the calls that go to exactly that address, and on a local app also ALLOWED_LLM_HOSTS and the usual
 * ports of model servers on this machine.
 */
function allowedHosts(row: ProviderRow, baseUrl: string, environment: Environment): string[] {
  const operators = environment.providers[row.id]?.baseUrl;
  const own = operators !== undefined && operators === baseUrl ? hostsOf(baseUrl) : [];
  return environment.mode === "hosted" ? own : [...own, ...environment.allowedLlmHosts, ...LOCAL_SERVERS];
}

const LOCAL_SERVERS: readonly string[] = PROVIDERS.filter(({ local }) => local).flatMap(({ baseUrl }) => {
  const url = URL.parse(baseUrl ?? "");
  return url === null ? [] : ["127.0.0.1", "localhost", "[::1]"].map((host) => `${host}:${url.port}`);
});

function hostsOf(baseUrl: string): string[] {
  const url = URL.parse(baseUrl);
  return url === null ? [] : [hostAndPort(url)];
}

function resolved(
  row: ProviderRow,
  source: CredentialSource,
  baseUrl: string,
  apiKey: string | null,
  hosts: readonly string[],
): ResolvedConnection {
  const digest = createHash("sha256").update(JSON.stringify([row.id, baseUrl, apiKey]));
  return {
    row,
    source,
    keyId: digest.digest("base64url").slice(0, 16),
    connection: {
      baseUrl: baseUrl.replace(/\/+$/, ""),
      apiKey,
      allowedHosts: hosts,
      maxTokensField: row.maxTokensField ?? "max_tokens",
      streamUsage: row.streamUsage ?? false,
    },
  };
}

function noKey(row: ProviderRow, environment: Environment): AppError {
  if (row.auth === "optional") {
    return new AppError("no-key", `${row.label} is not set up here. Add its address on the Keys page.`);
  }
  const variable =
    environment.mode === "local" ? `, or set ${variableNames(row).apiKey} and start again` : "";
  return new AppError("no-key", `${row.label} needs a key. Add yours on the Keys page${variable}.`);
}

function noAddress(row: ProviderRow, environment: Environment): AppError {
  const variable =
    environment.mode === "local" ? `, or set ${variableNames(row).baseUrl} and start again` : "";
  return new AppError("no-key", `${row.label} needs an address. Add it on the Keys page${variable}.`);
}
