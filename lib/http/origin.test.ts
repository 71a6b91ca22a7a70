import { describe, expect, test } from "vitest";
import { judgeOrigin, type OriginPolicy } from "./origin.ts";

const local: OriginPolicy = { mode: "local", publicOrigin: null };
const hosted: OriginPolicy = { mode: "hosted", publicOrigin: "https://prompts.example.org" };

const judge = (policy: OriginPolicy, method: string, headers: Record<string, string>) => {
  const verdict = judgeOrigin(method, new Headers(headers), policy);
  return "from" in verdict ? verdict.from : "refused";
};

describe("[R15] no cross-site write", () => {
  test.each([
    [
      "our page",
      { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" },
      "page",
    ],
    ["our page under localhost", { host: "localhost:3000", origin: "http://localhost:3000" }, "page"],
    ["our page over IPv6", { host: "[::1]:3000", origin: "http://[::1]:3000" }, "page"],
    ["a script", { host: "127.0.0.1:3000" }, "script"],
    [
      "another site",
      { host: "127.0.0.1:3000", origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      "refused",
    ],
    ["another site, old browser", { host: "127.0.0.1:3000", origin: "https://evil.example" }, "refused"],
    [
      "another site that claims same-origin",
      { host: "127.0.0.1:3000", origin: "https://evil.example", "sec-fetch-site": "same-origin" },
      "refused",
    ],
    ["origin null", { host: "127.0.0.1:3000", origin: "null" }, "refused"],
    [
      "origin null in a sandboxed frame",
      { host: "127.0.0.1:3000", origin: "null", "sec-fetch-site": "cross-site" },
      "refused",
    ],
    [
      "another port",
      { host: "127.0.0.1:3000", origin: "http://127.0.0.1:4000", "sec-fetch-site": "same-site" },
      "refused",
    ],
    ["cross-site without an origin", { host: "127.0.0.1:3000", "sec-fetch-site": "cross-site" }, "refused"],
    ["a navigation", { host: "127.0.0.1:3000", "sec-fetch-site": "none" }, "refused"],
    [
      "a rebound name",
      { host: "evil.example:3000", origin: "http://evil.example:3000", "sec-fetch-site": "same-origin" },
      "refused",
    ],
    ["a name that only begins like localhost", { host: "localhost.evil.example:3000" }, "refused"],
    [
      "a forwarded host that lies",
      { host: "127.0.0.1:3000", origin: "https://evil.example", "x-forwarded-host": "evil.example" },
      "refused",
    ],
    ["no host", {}, "refused"],
  ])("[R15] local mode, POST from %s", (_name, headers, expected) => {
    expect(judge(local, "POST", headers)).toBe(expected);
  });

  test.each([
    [
      "our page",
      { host: "prompts.example.org", origin: "https://prompts.example.org", "sec-fetch-site": "same-origin" },
      "page",
    ],
    [
      "our page, behind a proxy that changes the host",
      { host: "10.0.0.7:3000", origin: "https://prompts.example.org" },
      "page",
    ],
    [
      "a sub-domain",
      { host: "prompts.example.org", origin: "https://a.prompts.example.org", "sec-fetch-site": "same-site" },
      "refused",
    ],
    [
      "plain http of the same name",
      { host: "prompts.example.org", origin: "http://prompts.example.org" },
      "refused",
    ],
    [
      "evil with its own host header",
      { host: "evil.example", origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      "refused",
    ],
    [
      "evil with a forwarded host",
      { host: "prompts.example.org", origin: "https://evil.example", "x-forwarded-host": "evil.example" },
      "refused",
    ],
    ["origin null", { host: "prompts.example.org", origin: "null" }, "refused"],
    ["a script", { host: "prompts.example.org" }, "refused"],
  ])("[R15] hosted mode, POST from %s", (_name, headers, expected) => {
    expect(judge(hosted, "POST", headers)).toBe(expected);
  });

  test("[R15] PUT, PATCH and DELETE are judged like POST", () => {
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      expect(judge(hosted, method, { host: "prompts.example.org", origin: "https://evil.example" })).toBe(
        "refused",
      );
    }
  });

  test("reading is for scripts and our pages; another site's fetch is refused, following a link is not", () => {
    expect(judge(hosted, "GET", { host: "prompts.example.org" })).toBe("refused");
    expect(judge(local, "GET", { host: "127.0.0.1:3000" })).toBe("script");
    expect(judge(hosted, "GET", { host: "prompts.example.org", "sec-fetch-site": "same-origin" })).toBe(
      "page",
    );
    expect(
      judge(hosted, "GET", { host: "x", "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" }),
    ).toBe("refused");
    expect(
      judge(hosted, "GET", { host: "x", "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }),
    ).toBe("page");
    expect(judge(local, "GET", { host: "evil.example" })).toBe("refused");
  });
});
