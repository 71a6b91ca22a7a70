import "server-only";
import { services } from "#lib/services.server.ts";

/** Opens the storage before anything is answered. What an operator can correct ends the process with a sentence. */
export async function openOrExit(): Promise<void> {
  try {
    await services().storage();
  } catch (error) {
    if (!(error instanceof Error) || !("problem" in error || "variable" in error)) throw error;
    process.stderr.write(`Afterprompt did not start: ${error.message}\n`);
    process.exit(1);
  }
}
