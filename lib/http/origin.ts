/** Where a request comes from, decided from headers that a page cannot forge and from configuration alone. */

export interface OriginPolicy {
  mode: "local" | "hosted";
  /** Scheme, host and port that people open, from PUBLIC_ORIGIN; null in local mode without it. */
  publicOrigin: string | null;
}

export type OriginVerdict = { from: "page" | "script" } | { refused: string };

const SAFE_METHODS = new Set(["GET", "HEAD"]);

/**
 * Judges a request. A page of ours is `same-origin` by Sec-Fetch-Site, or, where a browser sends none, by
 * an Origin equal to ours. A script sends neither; only local mode takes it. X-Forwarded-Host is never read.
 */
export function judgeOrigin(method: string, headers: Headers, policy: OriginPolicy): OriginVerdict {
  const host = headers.get("host") ?? "";
  if (policy.mode === "local" && !isLocalHost(host, policy.publicOrigin)) {
    return {
      refused: "In local mode the app answers only under its own address. Set PUBLIC_ORIGIN to use a name.",
    };
  }
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const isPage = origin !== null || site !== null;
  if (SAFE_METHODS.has(method)) {
    // A page elsewhere cannot read our answer, but it has no business asking either.
    if (site === "cross-site" && headers.get("sec-fetch-mode") !== "navigate") return { refused: CROSS_SITE };
    if (!isPage && policy.mode === "hosted") return { refused: PAGES_ONLY };
    return { from: isPage ? "page" : "script" };
  }
  if (origin !== null && !isOurs(origin, host, policy)) return { refused: CROSS_SITE };
  if (site !== null && site !== "same-origin") return { refused: CROSS_SITE };
  if (isPage) return { from: "page" };
  if (policy.mode === "hosted") return { refused: PAGES_ONLY };
  return { from: "script" };
}

const PAGES_ONLY = "This server takes requests from its own pages only.";
const CROSS_SITE = "This request comes from another site. Nothing was done.";

function isOurs(origin: string, host: string, policy: OriginPolicy): boolean {
  if (policy.publicOrigin !== null && origin === policy.publicOrigin) return true;
  return policy.mode === "local" && (origin === `http://${host}` || origin === `https://${host}`);
}

/**
 * A name that points here today can point elsewhere tomorrow (DNS rebinding), so local mode takes
 * addresses and localhost, and the one name the operator set.
 */
export function isLocalHost(host: string, publicOrigin: string | null): boolean {
  if (publicOrigin !== null && host === new URL(publicOrigin).host) return true;
  const name = host.replace(/:\d+$/, "");
  return name === "localhost" || /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || /^\[[0-9a-f:.]+\]$/i.test(name);
}
