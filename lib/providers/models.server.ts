import "server-only";
import { AppError } from "#lib/base/errors.ts";
import type { Environment } from "#lib/env.server.ts";
import { capabilitiesOf, isChatModel } from "./capabilities.ts";
import { PROVIDERS } from "./catalogue.ts";
import { type OwnKeys, type ResolvedConnection, resolveConnection } from "./credentials.server.ts";
import { ProviderError } from "./errors.ts";
import type { ModelListing, ProviderListing } from "./listing.ts";
import { createModelCache, type ListOutcome, type ModelCache } from "./model-cache.ts";
import { contextWindowOf, priceOf } from "./prices.server.ts";
import type { Connection, ListedModel, ProviderRow } from "./types.ts";

interface Patience {
  /** How long a provider may take to send its list, ms. */
  limitMs: number;
  /** How long an answer and a failure are remembered, ms. */
  answerKeptMs: number;
  failureKeptMs: number;
}

const SERVICE: Patience = { limitMs: 4_000, answerKeptMs: 10 * 60_000, failureKeptMs: 30_000 };
/** A server on this machine answers at once or is not there; it comes and goes while the page is open. */
const THIS_MACHINE: Patience = { limitMs: 400, answerKeptMs: 10_000, failureKeptMs: 10_000 };

export interface ListProvidersInput {
  ownKeys: OwnKeys;
  environment: Environment;
  /** The protocol's own list, for a row and the connection to ask it with. */
  list: (row: ProviderRow, connection: Connection, signal: AbortSignal) => Promise<ListedModel[]>;
  cache?: ModelCache;
}

const sharedCache = createModelCache();

/**
 * Every provider a person could choose now, with its models. All are asked at the same time; one that does
 * not answer costs at most 4 s and shows the catalogue's models with a sentence. Model servers on this
 * machine appear when they answer, or when somebody set them up.
 */
export async function listProviders(input: ListProvidersInput): Promise<ProviderListing[]> {
  const listings = await Promise.all(PROVIDERS.map((row) => listProvider(row, input)));
  return listings.filter((listing) => listing !== null);
}

async function listProvider(row: ProviderRow, input: ListProvidersInput): Promise<ProviderListing | null> {
  const resolved = resolvedOrNull(row, input);
  const wanted = Object.hasOwn(input.ownKeys, row.id) || input.environment.providers[row.id] !== undefined;
  const optional = row.local === true && !wanted;
  if (resolved === null) {
    return optional
      ? null
      : { ...describeRow(row), configured: false, source: "none", models: knownModels(row) };
  }
  const patience = optional ? THIS_MACHINE : SERVICE;
  const outcome = await (input.cache ?? sharedCache).get(
    resolved.keyId,
    () => ask(resolved, input.list, patience.limitMs),
    (result) => ("problem" in result ? patience.failureKeptMs : patience.answerKeptMs),
  );
  const listing = { ...describeRow(row), configured: true, source: resolved.source };
  if ("models" in outcome) {
    const models = arrange(row, outcome.models);
    return models.length > 0
      ? { ...listing, models }
      : { ...listing, models, problem: `${row.label} has no chat models yet.` };
  }
  return optional ? null : { ...listing, models: knownModels(row), problem: outcome.problem };
}

function describeRow({ id, label }: ProviderRow): { id: string; label: string } {
  return { id, label };
}

function resolvedOrNull(row: ProviderRow, input: ListProvidersInput): ResolvedConnection | null {
  try {
    return resolveConnection({ provider: row.id, ownKeys: input.ownKeys, environment: input.environment });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function ask(
  { row, connection }: ResolvedConnection,
  list: ListProvidersInput["list"],
  limitMs: number,
): Promise<ListOutcome> {
  const signal = AbortSignal.timeout(limitMs);
  try {
    return { models: await Promise.race([list(row, connection, signal), rejectOn(signal)]) };
  } catch (error) {
    if (error instanceof ProviderError && !signal.aborted) return { problem: error.message };
    const reason = signal.aborted
      ? `did not answer within ${limitMs / 1000} seconds`
      : "did not send its list";
    return { problem: `${row.label} ${reason}. These are the models we know of.` };
  }
}

/** Ends the wait even if the one asked ignores the signal. */
function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function knownModels(row: ProviderRow): ModelListing[] {
  return (row.fallbackModels ?? []).map((id) => describeModel(row, { id }));
}

/** Chat models only, each once, newest first where the provider tells ages, else by name. */
function arrange(row: ProviderRow, listed: readonly ListedModel[]): ModelListing[] {
  const byId = new Map(listed.filter(({ id }) => isChatModel(id)).map((model) => [model.id, model]));
  return [...byId.values()]
    .sort((a, b) => (b.created ?? 0) - (a.created ?? 0) || byName.compare(a.id, b.id))
    .map((model) => describeModel(row, model));
}

const byName = new Intl.Collator("en", { numeric: true });

/** One model of a list, with what we know about it: window, price, parameters. */
export function describeModel(row: ProviderRow, listed: ListedModel): ModelListing {
  const contextWindow = listed.contextWindow ?? contextWindowOf(row, listed.id);
  const price = priceOf(row, listed.id);
  return {
    id: listed.id,
    label: listed.label ?? listed.id.replace(/^models\//, ""),
    ...(contextWindow !== undefined && { contextWindow }),
    ...(price !== null && { price }),
    capabilities: capabilitiesOf(row.id, listed.id),
  };
}
