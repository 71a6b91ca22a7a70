import { expect, test } from "vitest";
import { publicAddress } from "./public-address.ts";

const at = (host: string) => new Headers({ host });

test("[R15][R21] a configured address is the address, whatever the Host header says", () => {
  const hosted = { mode: "hosted", publicOrigin: "https://prompts.example.org" } as const;
  expect(publicAddress(at("evil.example"), hosted)).toBe("https://prompts.example.org");
});

test.each([
  ["127.0.0.1:3000", "http://127.0.0.1:3000"],
  ["localhost", "http://localhost"],
  ["[::1]:3000", "http://[::1]:3000"],
  ['x"><script>', "http://127.0.0.1"],
  ["a@b", "http://127.0.0.1"],
  ["evil.example", "http://127.0.0.1"],
  ["evil.example:3000", "http://127.0.0.1"],
  ["localhost.evil.example", "http://127.0.0.1"],
])("[R21] a local server asked as %s is at %s", (host, address) => {
  const headers = new Headers();
  headers.set("host", host);
  expect(publicAddress(headers, { mode: "local", publicOrigin: null })).toBe(address);
});
