/** Runs once when the server starts, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { openOrExit } = await import("#lib/http/open-or-exit.server.ts");
  await openOrExit();
  const { stopOnSignal } = await import("#lib/http/stop-on-signal.server.ts");
  stopOnSignal({ waits: process.env.NODE_ENV === "production" });
}
