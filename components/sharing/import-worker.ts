import { readImport } from "#lib/sharing/imports/registry.ts";

/** A thread of its own for files. */
addEventListener("message", ({ data }: MessageEvent<{ name: string; bytes: Uint8Array }>) =>
  postMessage(readImport(data)),
);
