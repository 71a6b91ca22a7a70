const SCHEMES = new Set(["http:", "https:", "mailto:"]);

/** Where a link leads, in words a person can judge: the host, or the mail address. */
export interface SafeUrl {
  href: string;
  host: string;
}

/**
 * The only addresses a model may link to: absolute http, https and mailto. Everything else is `null`, however it is
 * spelled: what a browser would skip (control characters, white space) and what a decoder would decode is gone
 * before the scheme is read, and the answer is what the URL parser made of it, never the text that came in.
 */
export function safeUrl(raw: string): SafeUrl | null {
  const text = decodeEntities(raw).replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, "");
  if (!/^(?:https?:\/\/|mailto:)/i.test(text)) return null;
  const url = URL.parse(text);
  if (!url || !SCHEMES.has(url.protocol)) return null;
  const host = url.protocol === "mailto:" ? url.pathname : url.host;
  return host === "" ? null : { href: url.href, host };
}

/** Numeric entities and the few named ones that can build a scheme, until nothing changes. */
function decodeEntities(raw: string): string {
  let text = raw;
  for (let round = 0; round < 4; round++) {
    const decoded = text
      .replace(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => fromCode(Number.parseInt(hex, 16)))
      .replace(/&#([0-9]{1,7});?/g, (_, decimal: string) => fromCode(Number(decimal)))
      .replace(/&colon;/gi, ":")
      .replace(/&(?:Tab|NewLine|ZeroWidthSpace);/gi, "")
      .replace(/&sol;/gi, "/")
      .replace(/&amp;?(?=#|colon|tab|newline|sol)/gi, "&");
    if (decoded === text) break;
    text = decoded;
  }
  return text;
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
