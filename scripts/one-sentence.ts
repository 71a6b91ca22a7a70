import { StorageError } from "#lib/db/storage-error.ts";
import { EnvironmentError } from "#lib/env.server.ts";

/** Runs a command and prints what it answers; what a person can correct ends in a sentence instead of a stack. */
export async function endInOneSentence(failure: string, command: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await command()}\n`);
  } catch (error) {
    if (!isForPeople(error)) throw error;
    process.stderr.write(`${failure}: ${error.message}\n`);
    process.exitCode = 1;
  }
}

/** What a person can mend; the rest is a defect and keeps its stack. */
function isForPeople(error: unknown): error is Error {
  if (error instanceof StorageError || error instanceof EnvironmentError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
