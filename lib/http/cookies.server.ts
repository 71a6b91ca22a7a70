import "server-only";

interface CookieOptions {
  sameSite: "Lax" | "Strict";
  /** Seconds; absent = until the browser closes. 0 = forget now. */
  maxAgeS?: number;
}

/**
 * Names our cookies. Over HTTPS the `__Host-` prefix makes browsers insist on HTTPS and on this very host;
 * on plain http, as on one's own machine, that prefix would be refused.
 */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-afterprompt_${name}` : `afterprompt_${name}`;
}

export function setCookie(name: string, value: string, secure: boolean, options: CookieOptions): string {
  const parts = [
    `${cookieName(name, secure)}=${value}`,
    "Path=/",
    "HttpOnly",
    `SameSite=${options.sameSite}`,
  ];
  if (secure) parts.push("Secure");
  if (options.maxAgeS !== undefined) parts.push(`Max-Age=${options.maxAgeS}`);
  return parts.join("; ");
}

/** Cookies of a request by full name; of twins the first counts, as in browsers. */
export function readCookies(headers: Headers): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}
