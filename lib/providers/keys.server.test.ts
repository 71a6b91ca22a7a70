import { afterAll, beforeAll, expect, test } from "vitest";
import { type FakeProvider, startFakeProvider } from "#e2e/fake-provider.ts";
import { parseEnvironment } from "#lib/env.server.ts";
import { testKey } from "./keys.server.ts";

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

const tested = (apiKey: string) => {
  const environment = parseEnvironment({ ALLOWED_LLM_HOSTS: new URL(fake.openaiUrl).host });
  return testKey("custom", { custom: { apiKey, baseUrl: fake.openaiUrl } }, environment);
};

test("[R06] a wrong key is said on the Keys page, without the key and without sending anybody there", async () => {
  const said = await tested("sk-wrong-CANARY-7f3Kq9Zt");
  expect(said).toEqual({
    ok: false,
    message:
      "The provider does not accept this key. Compare it with the one the provider shows, or use another.",
  });
});

test("a key that is accepted says how many models there are", async () => {
  expect(await tested("sk-right")).toMatchObject({ ok: true });
});
