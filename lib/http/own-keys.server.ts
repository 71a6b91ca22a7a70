import "server-only";
import { sealData, unsealData } from "iron-session";
import { z } from "zod";
import { AppError } from "#lib/base/errors.ts";
import type { BoundKey } from "#lib/providers/keys.server.ts";
import { cookieName, readCookies, setCookie } from "./cookies.server.ts";

/**
 * A person's own keys: each is sealed into a cookie of its own that no script can read. Nothing is stored
 * on the server; the cookie is the only copy.
 */
const sealedKeySchema = z.strictObject({
  /** The provider it was typed for: a cookie renamed to another provider unlocks nothing. */
  provider: z.string(),
  apiKey: z.string(),
  /** The address it was typed for. */
  baseUrl: z.string(),
  remember: z.boolean(),
});

/** What browsers keep of one cookie; a longer one is dropped without a word. */
const COOKIE_BYTES = 4_096;
const REMEMBER_S = 12 * 60 * 60;
/** A browser that is never closed does not keep a key for ever. */
const SESSION_S = 7 * 24 * 60 * 60;

export async function sealOwnKey(key: BoundKey, secret: string, secure: boolean): Promise<string> {
  const sealed = await sealData(key, { password: secret, ttl: key.remember ? REMEMBER_S : SESSION_S });
  const cookie = setCookie(`key_${key.provider}`, encodeURIComponent(sealed), secure, {
    sameSite: "Strict",
    ...(key.remember ? { maxAgeS: REMEMBER_S } : {}),
  });
  if (cookie.length > COOKIE_BYTES) {
    throw new AppError(
      "invalid-body",
      "This key is too long to be kept in a cookie. Check that only the key was pasted.",
      {
        field: "apiKey",
      },
    );
  }
  return cookie;
}

export function forgetOwnKey(provider: string, secure: boolean): string {
  return setCookie(`key_${provider}`, "", secure, { sameSite: "Strict", maxAgeS: 0 });
}

/** Every key that this request's cookies unlock. A cookie that does not open, or opens as another's, is no key. */
export async function ownKeysOf(
  headers: Headers,
  secret: string,
  secure: boolean,
): Promise<Record<string, BoundKey>> {
  const keys: Record<string, BoundKey> = {};
  const prefix = cookieName("key_", secure);
  for (const [name, value] of readCookies(headers)) {
    if (!name.startsWith(prefix) || value === "") continue;
    const provider = name.slice(prefix.length);
    const key = await unseal(value, secret);
    if (key !== null && key.provider === provider) keys[provider] = key;
  }
  return keys;
}

async function unseal(value: string, secret: string): Promise<BoundKey | null> {
  try {
    const parsed = sealedKeySchema.safeParse(
      await unsealData(decodeURIComponent(value), { password: secret }),
    );
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
