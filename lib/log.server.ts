import "server-only";
import pino from "pino";

/** JSON lines on standard output. Callers name what they log; prompts, outputs, keys and headers are never named. */
export const log = pino({ base: null, level: "info" });

/** What a log line may say of an error: its class, message and place, never its properties or its cause. */
export function describeError(error: unknown): { name: string; message: string; stack?: string } {
  if (!(error instanceof Error))
    return { name: typeof error, message: "a value that is not an error was thrown" };
  return {
    name: error.name,
    message: error.message,
    ...(error.stack === undefined ? {} : { stack: error.stack }),
  };
}
