import "server-only";
import { services } from "#lib/services.server.ts";

/**
 * On SIGTERM and SIGINT every run and judgement is stopped: connections to providers close, viewers get their last events
 * and their streams end. The framework waits for open streams before it exits; without this it would wait for ever.
 */
export function stopOnSignal(): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      services().judging.stopAll();
      void services().hub.stopAll();
    });
  }
}
