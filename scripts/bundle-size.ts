import { mkdtemp, rm } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startAppServer } from "./app-server.ts";

/** What `/` may load before a person does anything: 200 KB, compressed, in total. */
export const FIRST_LOAD_LIMIT_BYTES = 200_000;

export interface FirstLoad {
  scripts: { path: string; bytes: number }[];
  totalBytes: number;
}

/** Serves the build for a moment and adds up the compressed bytes of every script that `/` names. */
export async function measureFirstLoad(): Promise<FirstLoad> {
  const dataDir = await mkdtemp(join(tmpdir(), "afterprompt-bundle-"));
  const server = await startAppServer({
    host: "127.0.0.1",
    port: 0,
    env: { DATA_DIR: dataDir, DATABASE_URL: "" },
  });
  try {
    const html = await (await fetch(`${server.url}/`)).text();
    const scripts = await Promise.all(
      scriptPaths(html).map(async (path) => ({
        path,
        bytes: await transferredBytes(`${server.url}${path}`),
      })),
    );
    scripts.sort((one, other) => other.bytes - one.bytes);
    return { scripts, totalBytes: scripts.reduce((total, script) => total + script.bytes, 0) };
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Paths of the scripts that a page loads at once, without those for browsers that know no modules. */
export function scriptPaths(html: string): string[] {
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  const paths = tags.flatMap((tag) => {
    if (/\bnomodule\b/i.test(tag)) return [];
    const isScript = tag.startsWith("<script");
    if (!isScript && !/\bas="script"|\brel="modulepreload"/.test(tag)) return [];
    const path = (isScript ? /\bsrc="([^"]+)"/ : /\bhref="([^"]+)"/).exec(tag)?.[1];
    return path?.startsWith("/") ? [path.replaceAll("&amp;", "&")] : [];
  });
  return [...new Set(paths)];
}

/** The table of `npm run bench bundle`. */
export function bundleTable({ scripts, totalBytes }: FirstLoad): string {
  const row = (bytes: number, name: string): string => `${(bytes / 1000).toFixed(1).padStart(8)} KB  ${name}`;
  return [
    "First-load JavaScript of /, gzip, as served",
    ...scripts.map(({ path, bytes }) => row(bytes, path)),
    row(totalBytes, "total"),
    row(FIRST_LOAD_LIMIT_BYTES, "limit"),
  ].join("\n");
}

function transferredBytes(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    // Not fetch: it would decompress, and the bytes on the wire are what a person waits for.
    get(url, { headers: { "Accept-Encoding": "gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => {
        if (response.statusCode === 200 && response.headers["content-encoding"] === "gzip") resolve(bytes);
        else reject(new Error(`${url} answered ${response.statusCode} without gzip`));
      });
      response.on("error", reject);
    }).on("error", reject);
  });
}
