import "server-only";
import { AppError } from "#lib/base/errors.ts";
import { JSON_BODY_BYTES } from "#lib/base/limits.ts";

/** A body that trickles in for longer than this is given up on, ms. */
const SLOW_BODY_MS = 30_000;
/** Names that would reach an object's prototype, and characters no engine stores in a name. */
const HOSTILE_NAMES = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads a JSON body, counted while it arrives: whole or refused, never truncated.
 * @throws AppError unsupported-media-type, body-too-large, body-timeout, invalid-json, invalid-body
 */
export async function readJson(
  request: Request,
  limitBytes = JSON_BODY_BYTES,
  slowBodyMs = SLOW_BODY_MS,
): Promise<{ value: unknown; text: string }> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json" || request.headers.has("content-encoding")) {
    throw new AppError("unsupported-media-type", "Send the body as plain application/json.");
  }
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > limitBytes) throw tooLarge(limitBytes);
  const text = await readText(request, limitBytes, slowBodyMs);
  return { value: parseJson(text), text };
}

async function readText(request: Request, limitBytes: number, slowBodyMs: number): Promise<string> {
  if (request.body === null) return "";
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let received = 0;
  let late = false;
  const clock = setTimeout(() => {
    late = true;
    reader.cancel().catch(() => undefined);
  }, slowBodyMs);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      received += value.byteLength;
      if (received > limitBytes) {
        reader.cancel().catch(() => undefined);
        throw tooLarge(limitBytes);
      }
      chunks.push(value);
    }
  } finally {
    clearTimeout(clock);
  }
  if (late) {
    throw new AppError(
      "body-timeout",
      "The request took longer than 30 s to arrive. Try again on a better connection.",
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AppError("invalid-json", "The body is not valid UTF-8.");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (name, value) => {
      if (HOSTILE_NAMES.has(name) || name.includes("\u0000")) {
        throw new AppError("invalid-body", `A field may not be called ${JSON.stringify(name.slice(0, 40))}.`);
      }
      return value;
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("invalid-json", "The body is not valid JSON.");
  }
}

function tooLarge(limitBytes: number): AppError {
  return new AppError(
    "body-too-large",
    `The request is larger than ${Math.floor(limitBytes / 1024)} KB. Nothing was kept.`,
  );
}
