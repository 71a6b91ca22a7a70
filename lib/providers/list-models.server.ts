import "server-only";
import { failure } from "./classify.ts";
import { parseModelList } from "./listed-models.ts";
import { networkFailure, openExchange } from "./transport.server.ts";
import type { Clocks, Connection, ListedModel } from "./types.ts";
import { startWatch } from "./watch.server.ts";

/** A list is looked up while a person waits for a form. */
const LIST_CLOCKS: Clocks = { headersMs: 10_000, firstTokenMs: 15_000, idleMs: 15_000, totalMs: 15_000 };

/**
 * Asks a provider for its models through the SDK. `send` gets the guarded fetch and rejects with
 * ProviderError for a refusal. Throws ProviderError only; an aborted signal too is one (timed-out).
 */
export async function listThrough(
  connection: Connection,
  signal: AbortSignal,
  send: (fetch: typeof globalThis.fetch) => Promise<Response>,
): Promise<ListedModel[]> {
  const exchange = openExchange(connection, "whole");
  const watch = startWatch(LIST_CLOCKS, (error) => exchange.cancel(error));
  const stop = (): void => exchange.cancel(failure("timed-out"));
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    const response = await send((input, init) => exchange.fetch(input, init));
    return parseModelList(await response.json().catch(() => null));
  } catch (error) {
    throw networkFailure(error);
  } finally {
    watch.end();
    signal.removeEventListener("abort", stop);
  }
}
