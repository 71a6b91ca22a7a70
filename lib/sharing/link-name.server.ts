import "server-only";
import { createHmac } from "node:crypto";
import { idOf, newId } from "#lib/base/ids.ts";

/** What a link is called, and what proves that one may take it back. */
export interface LinkName {
  id: string;
  manageToken: string;
}

export function newLinkName(): LinkName {
  return { id: newId("cmp"), manageToken: newId("mgt") };
}

/**
 * The name of the link that a request makes: whoever repeats the request names the same link, after a restart and on
 * every server with the same secret, and nobody without the secret can. The id comes from the scope of the
 * Idempotency-Key alone and the token from the body too, so that another body under the same key is told by its token.
 * HMAC-SHA-256 (RFC 2104), its first 128 bits.
 */
export function linkNameOf(secret: string, scope: string, bodyHash: string): LinkName {
  const bits = (...told: string[]) =>
    createHmac("sha256", secret).update(JSON.stringify(told)).digest().subarray(0, 16);
  return {
    id: idOf("cmp", bits("link", scope)),
    manageToken: idOf("mgt", bits("manage", scope, bodyHash)),
  };
}
