import { expect, test } from "vitest";
import { forgetOwnKey, ownKeysOf, sealOwnKey } from "./own-keys.server.ts";

const secret = "a-session-secret-of-forty-characters-xxxx";
const key = {
  provider: "openai",
  apiKey: "sk-CANARY-0123456789abcdef",
  baseUrl: "https://api.openai.com/v1",
  remember: false,
};

const pairOf = (cookie: string) => cookie.split(";")[0] ?? "";
const withCookie = (cookie: string) => new Headers({ cookie });

test("[R07] a key comes back from its cookie, and the cookie shows nothing of it", async () => {
  const cookie = await sealOwnKey(key, secret, false);
  expect(cookie).not.toContain("CANARY");
  expect(decodeURIComponent(cookie)).not.toContain(Buffer.from(key.apiKey).toString("base64").slice(0, 12));
  expect(await ownKeysOf(withCookie(pairOf(cookie)), secret, false)).toEqual({ openai: key });
});

test("[R07] the cookie is out of reach of scripts and other sites, and ends with the browser unless remembered", async () => {
  const session = await sealOwnKey(key, secret, true);
  expect(session).toMatch(/^__Host-afterprompt_key_openai=/);
  expect(session).toContain("; HttpOnly");
  expect(session).toContain("; SameSite=Strict");
  expect(session).toContain("; Secure");
  expect(session).not.toContain("Max-Age");
  expect(await sealOwnKey({ ...key, remember: true }, secret, true)).toContain("Max-Age=43200");
});

test("[R07][R08] a sealed cookie renamed to another provider unlocks nothing", async () => {
  const pair = pairOf(await sealOwnKey(key, secret, false)).replace("key_openai", "key_custom");
  expect(await ownKeysOf(withCookie(pair), secret, false)).toEqual({});
});

test.each([
  ["garbage", "afterprompt_key_openai=garbage"],
  ["empty", "afterprompt_key_openai="],
  ["bad percent encoding", "afterprompt_key_openai=%zz"],
])("[R09] a cookie that is %s is no key and no error", async (_name, cookie) => {
  expect(await ownKeysOf(withCookie(cookie), secret, false)).toEqual({});
});

test("[R07] a cookie sealed under another secret is no key", async () => {
  const pair = pairOf(await sealOwnKey(key, "another-secret-of-more-than-32-characters", false));
  expect(await ownKeysOf(withCookie(pair), secret, false)).toEqual({});
});

test("[R07] forgetting empties the cookie and ends it now", () => {
  expect(forgetOwnKey("openai", false)).toMatch(/^afterprompt_key_openai=; .*Max-Age=0$/);
});

test("[R07] a key too long for a cookie is refused at its field instead of lost", async () => {
  await expect(sealOwnKey({ ...key, apiKey: "k".repeat(2_900) }, secret, true)).rejects.toMatchObject({
    code: "invalid-body",
    field: "apiKey",
  });
});
