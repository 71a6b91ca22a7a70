import "server-only";
import { isId, newId } from "#lib/base/ids.ts";
import { cookieName, readCookies, setCookie } from "./cookies.server.ts";

/** Whose runs these are: a random id in a cookie, no account. The id is the secret. */
export interface Owner {
  id: string;
  /** The browser came without one; it learns of it by the cookie that answers its first run. */
  isNew: boolean;
}

const YEAR_S = 365 * 24 * 60 * 60;
/** Scripts on this machine share one owner: local mode trusts whoever can already read its files. */
const LOCAL_SCRIPTS = "own_local-scripts";

export function ownerOf(headers: Headers, from: "page" | "script", secure: boolean): Owner {
  const known = readCookies(headers).get(cookieName("owner", secure));
  if (known !== undefined && isId("own", known)) return { id: known, isNew: false };
  return from === "script" ? { id: LOCAL_SCRIPTS, isNew: false } : { id: newId("own"), isNew: true };
}

/** The Set-Cookie value that tells a browser which owner it is. */
export function ownerCookie(id: string, secure: boolean): string {
  return setCookie("owner", id, secure, { sameSite: "Lax", maxAgeS: YEAR_S });
}
