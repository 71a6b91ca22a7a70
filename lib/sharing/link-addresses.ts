/** Where a shared comparison is found, made from the server's own public address. */

/** Size of an embedded comparison in pixels, when nobody asks for another. */
export const EMBED_SIZE = { width: 800, height: 640 } as const;

export function linkAddress(address: string, id: string): string {
  return `${address}/c/${id}`;
}

export function imageAddress(address: string, id: string): string {
  return `${address}/api/comparisons/${id}/image`;
}

export function oembedAddress(address: string, id: string): string {
  return `${address}/api/oembed?url=${encodeURIComponent(linkAddress(address, id))}`;
}

/** What to paste into another page: a frame with the comparison in it, alone. `width` is pixels or "100%". */
export function embedCode(
  link: string,
  title: string,
  { width, height }: { width: number | "100%"; height: number } = { ...EMBED_SIZE, width: "100%" },
): string {
  return `<iframe src="${escaped(link)}/embed" title="${escaped(title)}" width="${width}" height="${height}" loading="lazy" referrerpolicy="no-referrer" style="border:0"></iframe>`;
}

/**
 * The id in the address of one of our shared comparisons; null for any other address, however alike it looks.
 * `address` is the server's own public address.
 */
export function idOfLink(link: string, address: string): string | null {
  if (!URL.canParse(link)) return null;
  const { origin, pathname, username, password } = new URL(link);
  if (origin !== new URL(address).origin || username !== "" || password !== "") return null;
  return /^\/c\/(cmp_[A-Za-z0-9_-]{22})(?:\/embed)?$/.exec(pathname)?.[1] ?? null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
