import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImageResponse } from "next/og";

type Drawing = ConstructorParameters<typeof ImageResponse>[0];
type Font = NonNullable<NonNullable<ConstructorParameters<typeof ImageResponse>[1]>["fonts"]>[number];

/** Pixels, as link previews want it. */
const SIZE = { width: 1200, height: 630 };
/** Pictures that are kept at once; each has about 60 KB. */
const KEPT = 64;

/** Latin first; a letter beyond it is looked for in the other files, whatever their family. */
const FACES = [
  { package: "inter", name: "Inter", subset: "latin", weight: 400 },
  { package: "inter", name: "Inter", subset: "latin", weight: 600 },
  { package: "source-serif-4", name: "Source Serif 4", subset: "latin", weight: 400 },
  { package: "source-serif-4", name: "Source Serif 4", subset: "latin", weight: 600 },
  { package: "source-serif-4", name: "Source Serif 4 Extended", subset: "latin-ext", weight: 400 },
  { package: "source-serif-4", name: "Source Serif 4 Extended", subset: "latin-ext", weight: 600 },
] as const;

let loading: Promise<Font[]> | null = null;
const kept = new Map<string, Promise<ArrayBuffer>>();
/** Ends when no drawing is left that was asked for before. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * A PNG of 1200 × 630. The same `key` is drawn once: whoever asks meanwhile or soon after gets the same picture.
 * One is drawn at a time, because drawing holds the processor; a failed one is drawn anew when it is asked for again.
 * The drawing may hold only characters that the fonts here have (`drawable` in lib/sharing/card.ts), because the
 * renderer would ask a stranger's server for any other.
 */
export function pictureOf(key: string, drawing: () => Drawing): Promise<ArrayBuffer> {
  const earlier = kept.get(key);
  if (earlier !== undefined) return earlier;
  const picture = queue.then(() => draw(drawing));
  kept.set(key, picture);
  queue = picture.catch(() => {
    if (kept.get(key) === picture) kept.delete(key);
  });
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return picture;
}

async function draw(drawing: () => Drawing): Promise<ArrayBuffer> {
  const fonts = await loadFonts();
  return new ImageResponse(drawing(), { ...SIZE, fonts }).arrayBuffer();
}

/** Read once; a read that failed is no reason never to try again. */
function loadFonts(): Promise<Font[]> {
  loading ??= readFonts().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

function readFonts(): Promise<Font[]> {
  return Promise.all(
    FACES.map(async ({ package: folder, name, subset, weight }) => {
      const file = `${folder}-${subset}-${weight}-normal.woff`;
      const data = await readFile(
        join(/* turbopackIgnore: true */ process.cwd(), "node_modules", "@fontsource", folder, "files", file),
      );
      return { name, data, weight, style: "normal" as const };
    }),
  );
}
