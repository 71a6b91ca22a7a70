/** Packed bytes that are handed over at once: 512 of them unpack to half a megabyte at most. */
const SLICE_BYTES = 512;

/**
 * Unpacks DEFLATE with its checksum (the zlib format) with the platform's own streams, and stops as soon as more than `maxBytes` have come out:
 * a few bytes can ask for gigabytes. Never throws.
 */
export async function inflate(
  packed: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Uint8Array | "too-large" | "damaged"> {
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  const reader = readable.getReader();
  // What goes wrong while writing comes out at the reader as well.
  write(writer, packed).catch(() => undefined);
  const chunks: Uint8Array[] = [];
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joined(chunks, total);
      total += value.byteLength;
      if (total > maxBytes) {
        await reader.cancel();
        return "too-large";
      }
      chunks.push(value);
    }
  } catch {
    return "damaged";
  }
}

/** A slice at a time, each only once the reader has taken what the one before became. */
async function write(
  writer: WritableStreamDefaultWriter<BufferSource>,
  packed: Uint8Array<ArrayBuffer>,
): Promise<void> {
  for (let from = 0; from < packed.length; from += SLICE_BYTES) {
    await writer.write(packed.subarray(from, from + SLICE_BYTES));
  }
  await writer.close();
}

function joined(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const whole = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
