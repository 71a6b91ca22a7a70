import "server-only";
import { constants, createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { failure } from "./classify.ts";

/** Bound of one answer after unpacking: a few kilobytes can unpack to gigabytes. */
const UNPACKED_BYTES = 64 * 1024 * 1024;

export interface BodyReader {
  data(bytes: Uint8Array): void;
  end(): void;
  error(error: Error): void;
}

/** Where the bytes of the socket go in, on their way to the reader. */
export interface Inlet {
  data(bytes: Uint8Array): void;
  /** The socket has brought everything. */
  end(): void;
  /** Nothing more reaches the reader. */
  close(): void;
  /** From inside the reader's `data`: nothing more reaches it until `resume`. */
  pause(): void;
  resume(): void;
}

interface Valve {
  pause(): void;
  resume(): void;
}

/**
 * We ask for no compression; a gateway may compress all the same. The reader's `end` comes when everything
 * is unpacked, and its `error` (ProviderError malformed) for bytes that cannot be, or that are too many.
 */
export function openInlet(encoding: string | null, socket: Valve, reader: BodyReader): Inlet {
  const name = encoding?.trim().toLowerCase() ?? "";
  if (name === "" || name === "identity") {
    return {
      data: (bytes) => reader.data(bytes),
      end: () => reader.end(),
      close: () => undefined,
      pause: () => socket.pause(),
      resume: () => socket.resume(),
    };
  }
  const unpack = decompressor(name);
  if (unpack === null) {
    return {
      data: () => reader.error(failure("malformed")),
      end: () => reader.error(failure("malformed")),
      close: () => undefined,
      pause: () => undefined,
      resume: () => undefined,
    };
  }

  let unpackedBytes = 0;
  unpack.on("data", (bytes: Buffer) => {
    unpackedBytes += bytes.length;
    if (unpackedBytes > UNPACKED_BYTES) reader.error(failure("malformed"));
    else reader.data(bytes);
  });
  unpack.on("end", () => reader.end());
  unpack.on("error", (error: NodeJS.ErrnoException) => {
    // The connection ended in the middle: that is a cut, not a provider that writes nonsense.
    reader.error(error.code === "Z_BUF_ERROR" ? error : failure("malformed"));
  });
  unpack.on("drain", () => socket.resume());
  return {
    // A paused decompressor takes in no more, which pauses the socket in turn.
    data(bytes) {
      if (!unpack.write(bytes)) socket.pause();
    },
    end: () => void unpack.end(),
    close: () => void unpack.destroy(),
    pause: () => void unpack.pause(),
    resume: () => void unpack.resume(),
  };
}

function decompressor(name: string) {
  switch (name) {
    case "gzip":
    case "x-gzip":
      return createGunzip({ flush: constants.Z_SYNC_FLUSH });
    case "deflate":
      return createInflate({ flush: constants.Z_SYNC_FLUSH });
    case "br":
      return createBrotliDecompress({ flush: constants.BROTLI_OPERATION_FLUSH });
    default:
      return null;
  }
}
