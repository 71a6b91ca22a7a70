import "server-only";
import { newId } from "#lib/base/ids.ts";
import { cookieName, readCookies, setCookie } from "./cookies.server.ts";

/** Whose runs these are: a random id in a cookie, no account. The id is the secret. */
export interface Owner {
  id: string;
  /** Set-Cookie value when the owner is new; null otherwise. */
  cookie: string | null;
}

const YEAR_S = 365 * 24 * 60 * 60;
/** Scripts on this machine share one owner: local mode trusts whoever can already read its files. */
const LOCAL_SCRIPTS = "own_local-scripts";

export function ownerOf(headers: Headers, from: "page" | "script", secure: boolean): Owner {
  const known = readCookies(headers).get(cookieName("owner", secure));
  if (known !== undefined && /^own_[A-Za-z0-9_-]{22}$/.test(known)) return { id: known, cookie: null };
  if (from === "script") return { id: LOCAL_SCRIPTS, cookie: null };
  const id = newId("own");
  return { id, cookie: setCookie("owner", id, secure, { sameSite: "Lax", maxAgeS: YEAR_S }) };
}
