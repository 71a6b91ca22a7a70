import http from "node:http";

/** What one stream looked like from the outside. Times in ms since its request was sent. */
export interface StreamTimes {
  firstTextMs: number;
  endMs: number;
  bytes: number;
}

/**
 * Opens one POST and reads it to its end, doing as little as it can, so that the reader is not what is
 * measured. `marker` is what the first text is recognised by.
 */
export function readStream(url: string, body: string, marker: RegExp): Promise<StreamTimes> {
  return new Promise((resolve, reject) => {
    const sentAt = performance.now();
    let firstTextMs = Number.NaN;
    let bytes = 0;
    const request = http.request(
      url,
      {
        method: "POST",
        agent: false,
        headers: {
          "content-type": "application/json",
          authorization: "Bearer sk-bench",
          "content-length": Buffer.byteLength(body),
        },
      },
      (response) => {
        if (response.statusCode !== 200) {
          reject(new Error(`${url} answered ${response.statusCode}`));
          return;
        }
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          if (Number.isNaN(firstTextMs) && marker.test(chunk.toString("latin1")))
            firstTextMs = performance.now() - sentAt;
        });
        response.on("end", () => resolve({ firstTextMs, endMs: performance.now() - sentAt, bytes }));
        response.on("error", reject);
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

/** Runs as `node bench/load-client.ts URL BODY MARKER STREAMS`: prints the times of all streams as JSON. */
if (import.meta.main) {
  const [url = "", body = "", marker = "", streams = "1"] = process.argv.slice(2);
  const results = await Promise.all(
    Array.from({ length: Number(streams) }, async (_, index) => {
      // Spread over one token interval, as people are; also keeps the connects apart.
      await new Promise((resolve) => setTimeout(resolve, index * 2));
      return readStream(url, body, new RegExp(marker));
    }),
  );
  process.stdout.write(JSON.stringify(results));
}
