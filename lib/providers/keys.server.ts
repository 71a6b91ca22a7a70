import "server-only";
import { AppError } from "#lib/base/errors.ts";
import type { Environment } from "#lib/env.server.ts";
import { PROVIDERS, providerRow } from "./catalogue.ts";
import { defaultAddress, type OwnKeys, resolveConnection } from "./credentials.server.ts";
import { checkAddress } from "./endpoint-guard.server.ts";
import { ProviderError, type ProviderErrorCode } from "./errors.ts";
import { protocolOf } from "./protocols.server.ts";
import type { ProviderRow } from "./types.ts";

/** What the Keys page knows of one provider: never the key. */
export interface KeyState {
  provider: string;
  label: string;
  source: "own" | "server" | "none";
  takes: "key" | "optional";
  /** The person has to name the address. */
  needsAddress: boolean;
  /** Scheme and host that the key goes to. */
  baseUrl?: string;
  remember: boolean;
  keyPage?: string;
}

/** One row a provider that takes a key, in the catalogue's order. */
export function keyStates(ownKeys: Readonly<Record<string, BoundKey>>, environment: Environment): KeyState[] {
  return PROVIDERS.flatMap((row) => {
    if (row.auth === "none" || (row.local && environment.mode === "hosted")) return [];
    const own = ownKeys[row.id];
    const serves = environment.mode === "local" && environment.providers[row.id]?.apiKey !== undefined;
    const address = own?.baseUrl ?? defaultAddress(row, environment);
    return {
      provider: row.id,
      label: row.label,
      source: own !== undefined ? "own" : serves ? "server" : "none",
      takes: row.auth,
      needsAddress: row.baseUrl === null,
      ...(address === null ? {} : { baseUrl: URL.parse(address)?.origin ?? "" }),
      remember: own?.remember ?? false,
      ...(row.keyPage === undefined ? {} : { keyPage: row.keyPage }),
    };
  });
}

/** A key as it was typed. */
interface TypedKey {
  apiKey: string;
  baseUrl?: string | undefined;
  remember: boolean;
}

/** A key with what it was typed for; it is good for nothing else. */
export interface BoundKey {
  provider: string;
  apiKey: string;
  baseUrl: string;
  remember: boolean;
}

/**
 * Binds a typed key to its provider and address: the address given, where the provider has none of its own,
 * else the provider's. An address is judged here already, and again at every call.
 * @throws AppError unknown-provider, invalid-body, address-refused
 */
export function bindKey(provider: string, typed: TypedKey, environment: Environment): BoundKey {
  const row = keyRow(provider);
  if (typed.apiKey === "" && row.auth === "key") {
    throw new AppError("invalid-body", "Paste a key first.", { field: "apiKey" });
  }
  if (row.baseUrl !== null && typed.baseUrl !== undefined) {
    throw new AppError("invalid-body", `${row.label} has an address of its own. Use “Custom” for another.`, {
      field: "baseUrl",
    });
  }
  const baseUrl = typed.baseUrl || defaultAddress(row, environment);
  if (baseUrl === null) {
    throw new AppError(
      "invalid-body",
      `${row.label} needs an address, such as https://models.example.org/v1.`,
      {
        field: "baseUrl",
      },
    );
  }
  const bound = { provider, apiKey: typed.apiKey, baseUrl, remember: typed.remember };
  const { connection } = resolveConnection({ provider, ownKeys: { [provider]: bound }, environment });
  try {
    checkAddress(connection.baseUrl, connection.allowedHosts, environment.mode);
  } catch (error) {
    if (error instanceof ProviderError)
      throw new AppError("address-refused", error.message, { field: "baseUrl" });
    throw error;
  }
  return bound;
}

/** @throws AppError unknown-provider */
export function keyRow(provider: string): ProviderRow {
  const row = providerRow(provider);
  if (row === undefined || row.auth === "none") {
    throw new AppError("unknown-provider", "This app does not know that provider. Choose one from the list.");
  }
  return row;
}

/** How long a test waits for the provider's list, ms. */
const TEST_MS = 10_000;

export type KeyTest = { ok: true; models: number } | { ok: false; message: string };

/** Asks for the model list with exactly the credential that a run would use. Costs nothing. */
export async function testKey(
  provider: string,
  ownKeys: OwnKeys,
  environment: Environment,
): Promise<KeyTest> {
  keyRow(provider);
  const { row, connection } = resolveConnection({ provider, ownKeys, environment });
  try {
    const models = await protocolOf(row.protocol).listModels(connection, AbortSignal.timeout(TEST_MS));
    return { ok: true, models: models.length };
  } catch (error) {
    if (error instanceof ProviderError) return { ok: false, message: HERE[error.code] ?? error.message };
    throw error;
  }
}

/** What a run says with the way to the Keys page, said to somebody who is there. */
const HERE: Partial<Record<ProviderErrorCode, string>> = {
  "wrong-key":
    "The provider does not accept this key. Compare it with the one the provider shows, or use another.",
  "no-key": "This provider needs a key. Add one here.",
};
