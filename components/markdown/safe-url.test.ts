import { describe, expect, test } from "vitest";
import { safeUrl } from "./safe-url.ts";

describe("[R11] addresses that a model may link to", () => {
  test.each([
    ["https://example.com/a?b=c#d", "https://example.com/a?b=c#d", "example.com"],
    ["HTTP://EXAMPLE.com", "http://example.com/", "example.com"],
    ["https://user:pass@evil.example:8443/x", "https://user:pass@evil.example:8443/x", "evil.example:8443"],
    ["mailto:a@example.com?subject=x", "mailto:a@example.com?subject=x", "a@example.com"],
    ["https://\texample.com/\n", "https://example.com/", "example.com"],
    ["https://b\u0430nk.example/", "https://xn--bnk-6cd.example/", "xn--bnk-6cd.example"],
  ])("%j", (raw, href, host) => {
    expect(safeUrl(raw)).toEqual({ href, host });
  });

  test.each([
    "javascript:alert(1)",
    " java\tscript:alert(1)",
    "java&#115;cript:alert(1)",
    "javascript&amp;colon;alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//evil.example",
    "/keys",
    "#main",
    "https:",
    "https://",
    "https://[::1",
    "mailto:",
    "",
  ])("not %j", (raw) => {
    expect(safeUrl(raw)).toBeNull();
  });
});
