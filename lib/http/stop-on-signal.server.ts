import "server-only";
import { describeError, log } from "#lib/log.server.ts";
import { services } from "#lib/services.server.ts";

const SIGNALS = ["SIGTERM", "SIGINT"] as const;
/** What open runs get to finish, ms. */
const FINISH_MS = 20_000;
/** However slow the storage is, the process has gone after this, ms. */
const END_MS = 24_500;
/** A shell sends its signal to every process of a command, which may pass it on: that is one wish, not two, ms. */
const SAME_WISH_MS = 1_000;

/**
 * On SIGTERM and SIGINT nothing new starts, every viewer's stream ends, and open runs get 20 s to finish; what is
 * left is kept as interrupted, and the process ends with code 0. A second signal does not wait for them.
 *
 * The framework's own way is to wait for every connection and then to exit, whatever still runs: it is replaced,
 * except while developing, where nothing is worth waiting for.
 */
export function stopOnSignal({ waits }: { waits: boolean }): void {
  const urgent = new AbortController();
  let askedAtMs: number | null = null;
  const asked = () => {
    if (askedAtMs !== null) {
      if (performance.now() - askedAtMs > SAME_WISH_MS) urgent.abort();
      return;
    }
    askedAtMs = performance.now();
    if (!waits) urgent.abort();
    const end = services().close(FINISH_MS, urgent.signal);
    if (!waits) return;
    setTimeout(() => process.exit(0), END_MS).unref();
    end.then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: describeError(error) }, "the server could not end in order");
        process.exit(1);
      },
    );
  };
  for (const signal of SIGNALS) {
    if (waits) process.removeAllListeners(signal);
    process.on(signal, asked);
  }
}
