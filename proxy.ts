import { type NextRequest, NextResponse } from "next/server";
import { EMBED_HEADER } from "#components/shell/embedded.ts";

/** Pages only: an API route never passes here, and a file under _next/static has nothing to protect. */
export const config = { matcher: ["/((?!api(?:/|$)|_next/static/|icon\\.svg$).*)"] };

/** Headers a visitor could use to choose the nonce, or to make the framework take another path. */
const NEVER_FROM_OUTSIDE = [
  "x-nonce",
  "content-security-policy",
  "content-security-policy-report-only",
  "next-resume",
  EMBED_HEADER,
];
/** The one kind of page that another site may frame: nothing on it can be pressed that does anything. */
const EMBEDDED = /^\/c\/[^/]+\/embed\/?$/;

/**
 * Gives each page its own content security policy. The framework reads the nonce from the request-side header and
 * puts it on its scripts. It guards pages and nothing else: no permission is ever decided here.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const embedded = EMBEDDED.test(request.nextUrl.pathname);
  const policy = contentSecurityPolicy(nonce, embedded ? "*" : "'none'");

  const headers = new Headers(request.headers);
  for (const name of NEVER_FROM_OUTSIDE) headers.delete(name);
  headers.set("Content-Security-Policy", policy);
  if (embedded) {
    headers.set(EMBED_HEADER, "1");
    // Nothing in the frame of another site depends on who looks at it.
    headers.delete("cookie");
  }

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "no-store");
  return response;
}

/** `nonce`: 128 bits in base64. `framedBy`: who may frame the page. The development server alone needs `eval` and style elements of its own. */
function contentSecurityPolicy(nonce: string, framedBy: "*" | "'none'"): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'self'",
    `frame-ancestors ${framedBy}`,
  ].join("; ");
}
