import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { config, proxy } from "./proxy.ts";

function policyOf(headers: HeadersInit = {}): string {
  const response = proxy(new NextRequest("http://127.0.0.1:3000/", { headers }));
  return response.headers.get("content-security-policy") ?? "";
}

const nonceOf = (policy: string) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";

describe("[R13] content security policy", () => {
  test("[R13] is strict", () => {
    const policy = policyOf();
    expect(policy.replaceAll(nonceOf(policy), "N")).toBe(
      "default-src 'none'; script-src 'self' 'nonce-N' 'strict-dynamic'; style-src 'self' 'nonce-N'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-src 'self'; frame-ancestors 'none'",
    );
  });

  test("[R13] 1,000 responses have 1,000 nonces of 128 bits", () => {
    const nonces = Array.from({ length: 1_000 }, () => nonceOf(policyOf()));
    expect(new Set(nonces).size).toBe(1_000);
    expect(nonces.every((nonce) => Buffer.from(nonce, "base64").length === 16)).toBe(true);
  });

  test("[R13] what the page is told comes from us alone", () => {
    const response = proxy(
      new NextRequest("http://127.0.0.1:3000/", {
        headers: {
          "x-nonce": '"><script>',
          "content-security-policy": "script-src * 'nonce-evil'",
          "content-security-policy-report-only": "script-src 'nonce-evil'",
          "next-resume": "1",
        },
      }),
    );
    const policy = response.headers.get("content-security-policy");
    expect(response.headers.get("x-middleware-request-content-security-policy")).toBe(policy);
    expect(JSON.stringify([...response.headers])).not.toMatch(/evil|<script|next-resume|x-nonce/);
  });

  test("[R13] a page is never stored", () => {
    expect(proxy(new NextRequest("http://127.0.0.1:3000/")).headers.get("cache-control")).toBe("no-store");
  });
});

describe("[R16] who may frame a page", () => {
  const responseFor = (path: string, headers: HeadersInit = {}) =>
    proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { headers }));
  const framedBy = (response: Response) =>
    /frame-ancestors ([^;]+)/.exec(response.headers.get("content-security-policy") ?? "")?.[1];

  test("[R16][SL10] anybody frames an embed, which gets no cookie and no header of the app", () => {
    const response = responseFor("/c/cmp_x/embed", { cookie: "theme=dark; afterprompt_owner=own_x" });
    expect(framedBy(response)).toBe("*");
    expect(response.headers.get("x-middleware-request-x-embedded")).toBe("1");
    expect(JSON.stringify([...response.headers])).not.toMatch(/theme=|own_x/);
  });

  test.each([
    "/",
    "/c/cmp_x",
    "/c/cmp_x/embed/more",
    "/c/embed",
    "/c//embed",
    "/embed",
    "/c/cmp_x%2Fembed",
    "/c/cmp_x/embed%2F..",
    "/keys?x=/c/cmp_x/embed",
    "/C/cmp_x/embed",
    "/history",
  ])("[R16] nobody frames %s, whatever the visitor claims", (path) => {
    const response = responseFor(path, { "x-embedded": "1" });
    expect(framedBy(response)).toBe("'none'");
    expect(response.headers.get("x-middleware-request-x-embedded")).toBeNull();
  });
});

describe("where it applies", () => {
  const matcher = new RegExp(`^${config.matcher[0]}$`);
  test.each(["/", "/keys", "/nope", "/api-like", "/_next/data"])("to %s", (path) => {
    expect(path).toMatch(matcher);
  });
  test.each(["/api", "/api/runs", "/api/runs/x/events", "/_next/static/a.js", "/icon.svg"])(
    "not to %s",
    (path) => {
      expect(path).not.toMatch(matcher);
    },
  );
});
