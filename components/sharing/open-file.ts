import { IMPORT_BYTES } from "#lib/base/limits.ts";
import type { ImportOutcome } from "#lib/sharing/imports/registry.ts";

/** After this a file is given up on, ms: an honest one takes a small part of it. */
const PATIENCE_MS = 15_000;

/** Reads a file in a thread of its own, so that no file holds up the page. Never throws. */
export async function openFile(file: File): Promise<ImportOutcome> {
  if (file.size > IMPORT_BYTES) {
    return { problem: `This file cannot be read: it is larger than ${IMPORT_BYTES / 1024 / 1024} MB.` };
  }
  try {
    return await readInThread(file.name, new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { problem: "This file cannot be read: the browser did not give it out, or gave up on it." };
  }
}

function readInThread(name: string, bytes: Uint8Array): Promise<ImportOutcome> {
  const worker = new Worker(new URL("./import-worker.ts", import.meta.url), { type: "module" });
  return new Promise<ImportOutcome>((resolve, reject) => {
    const timer = setTimeout(
      () => resolve({ problem: "This file cannot be read: it takes too long." }),
      PATIENCE_MS,
    );
    worker.addEventListener("message", ({ data }: MessageEvent<ImportOutcome>) => {
      clearTimeout(timer);
      resolve(data);
    });
    worker.addEventListener("error", (event) => {
      clearTimeout(timer);
      reject(new Error(event.message));
    });
    worker.postMessage({ name, bytes }, [bytes.buffer]);
  }).finally(() => worker.terminate());
}
