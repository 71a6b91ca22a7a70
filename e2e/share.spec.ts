import { DatabaseSync } from "node:sqlite";
import { deflateSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectNoViolationsInAnyLook } from "./no-violations.ts";
import { ownApp } from "./own-app.ts";
import { openAndRun, run } from "./playground-page.ts";
import { poemRun, runIdOf, runToEnd } from "./run-api.ts";
import {
  addressBox,
  createLink,
  framingSite,
  linkBox,
  makeShare,
  openPanel,
  POEMS,
  panel,
  postShare,
} from "./share-page.ts";

const gone = { name: "This comparison is not here" };
const beforePrompt = (page: Page) => page.getByRole("textbox", { name: "Before prompt" });

async function paidCalls(fakeUrl: string): Promise<number> {
  const { calls } = await (await fetch(`${fakeUrl}/__fake/log`)).json();
  return calls.filter(({ path }: { path: string }) => !path.includes("models")).length;
}

test.describe("a link", () => {
  test("[SL1][SL7][R17] share, open elsewhere, fork, edit, share again, take back", async ({
    page,
    browser,
    servers,
  }) => {
    await openAndRun(page);
    await openPanel(page);
    const first = await createLink(page);
    expect(first).toMatch(new RegExp(`^${servers.appUrl}/c/cmp_[\\w-]{22}$`));

    const stranger = await browser.newContext({ baseURL: servers.appUrl });
    const theirs = await stranger.newPage();
    await theirs.goto(first);
    await expect(theirs.getByRole("region", { name: "Verdict" })).toBeVisible();
    await expect(theirs.getByRole("region", { name: "Prompts" })).toContainText(
      "Generate a poem about nature.",
    );
    await expect(theirs.getByRole("region", { name: "Contract" })).toContainText("exactly 4 lines");
    await expect(theirs.getByRole("region", { name: "Answers" })).toContainText(
      "A golden light first kisses",
    );
    await expect(theirs.getByText("bundled answer", { exact: true }).first()).toBeVisible();
    await expect(theirs.getByText(/No model was called/)).toBeVisible();
    await theirs.getByText("What changed between the prompts").click();
    await expect(theirs.locator("ins").first()).toBeVisible();

    await theirs.getByRole("button", { name: "Fork" }).click();
    await expect(run(theirs)).toBeEnabled();
    await beforePrompt(theirs).fill("Write a haiku about rain.");
    await openPanel(theirs);
    const second = await createLink(theirs);
    await page.goto(second);
    await expect(page.getByRole("region", { name: "Prompts" })).toContainText("Write a haiku about rain.");
    await expect(page.getByRole("region", { name: "Verdict" })).toContainText("without a run");
    await page.goto(first);
    await expect(page.getByRole("region", { name: "Prompts" })).not.toContainText("haiku");

    await panel(theirs).getByRole("button", { name: "Take back" }).click();
    await panel(theirs).getByRole("button", { name: "Take it back" }).click();
    await expect(panel(theirs).getByText(/Taken back/)).toBeVisible();
    const id = second.split("/").at(-1);
    await expect
      .poll(
        async () =>
          Promise.all(
            [
              second,
              `${second}/embed`,
              ...["", "/image"].map((path) => `${servers.appUrl}/api/comparisons/${id}${path}`),
            ].map(async (address) => (await fetch(address)).status),
          ),
        { timeout: 1_000 },
      )
      .toEqual([404, 404, 404, 404]);
    await stranger.close();
  });

  test("[SL7] my links are in the history, and are taken back there", async ({ page, allowConsoleError }) => {
    allowConsoleError(/404/);
    await page.goto("/");
    await expect(run(page)).toBeEnabled();
    await openPanel(page);
    const link = await createLink(page);
    await page.getByRole("link", { name: "History" }).click();
    const row = page.getByRole("listitem").filter({ has: page.locator(`a[href="${link}"]`) });
    await expect(row).toContainText("kept for 30 more days");
    await row.getByRole("button", { name: "Take back" }).click();
    await expect(row).toHaveCount(0);
    const response = await page.goto(link);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", gone)).toBeVisible();
  });

  test("[R17][SL5] expired is gone: page, embed, picture and data, in the words of never made", async ({
    servers,
  }) => {
    const app = await ownApp(servers.fakeUrl);
    try {
      const first = await app.start();
      const { id, expiresAt } = await makeShare(first.url, { expiresInDays: 1 });
      const hours = (Date.parse(expiresAt ?? "") - Date.now()) / 3_600_000;
      expect(hours).toBeGreaterThan(23.9);
      expect(hours).toBeLessThanOrEqual(24);
      expect((await makeShare(first.url, { expiresInDays: null })).expiresAt).toBeNull();
      await first.stop();
      const database = new DatabaseSync(`${app.dataDir}/afterprompt.db`);
      database.prepare("UPDATE links SET expires_at_ms = ? WHERE id = ?").run(Date.now() - 1, id);
      database.close();
      const { url } = await app.start();
      const never = `cmp_${"A".repeat(22)}`;
      for (const path of ["/c/ID", "/c/ID/embed", "/api/comparisons/ID", "/api/comparisons/ID/image"]) {
        const [expired, unknown] = await Promise.all(
          [id, never].map(async (each) => {
            const response = await fetch(url + path.replace("ID", each));
            const body = (await response.text()).replaceAll(each, "ID");
            // What is fresh in every answer: the request's number, the page's nonce.
            return { status: response.status, body: body.replace(/req_[\w-]{22}|nonce="[^"]*"/g, "") };
          }),
        );
        expect(expired?.status).toBe(404);
        if (path.startsWith("/api")) expect(expired).toEqual(unknown);
        else expect(unknown?.status).toBe(404);
      }
    } finally {
      await app.remove();
    }
  });

  test("[R18] a link is never changed: there is no way to write to it", async ({ servers }) => {
    const { id } = await makeShare(servers.appUrl);
    const address = `${servers.appUrl}/api/comparisons/${id}`;
    const before = await (await fetch(address)).json();
    for (const method of ["PUT", "PATCH", "POST"]) {
      const response = await fetch(address, {
        method,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ comparison: { ...POEMS, title: "Changed" } }),
      });
      expect(response.status).toBe(405);
    }
    expect(await (await fetch(address)).json()).toEqual(before);
  });

  test("[SL2][R06] no key, address, cost or owner is in what is shared", async ({ servers }) => {
    const events = await runToEnd(servers.appUrl, poemRun({ provider: "openai", model: "fake/ok" }, 2), {
      cookie: "afterprompt_owner=own_CANARYOWNER0000000000A",
    });
    const made = await postShare(
      servers.appUrl,
      { runId: runIdOf(events) },
      { cookie: "afterprompt_owner=own_CANARYOWNER0000000000A" },
    );
    const { id } = (await made.json()) as { id: string };
    const json = await (await fetch(`${servers.appUrl}/api/comparisons/${id}`)).text();
    const html = await (await fetch(`${servers.appUrl}/c/${id}`)).text();
    expect(JSON.parse(json).snapshot.run).toMatchObject({ source: "recorded" });
    expect(JSON.parse(json).snapshot.run.samples).toHaveLength(4);
    for (const secret of [
      servers.openaiKey,
      servers.anthropicKey,
      new URL(servers.fakeUrl).host,
      "own_CANARY",
    ]) {
      expect(json).not.toContain(secret);
      expect(html).not.toContain(secret);
    }
    expect(json).not.toMatch(/costUsd|baseUrl|manage|owner/i);
  });

  test("[R05] another browser shares no run of mine, lists no link of mine and takes none back", async ({
    servers,
  }) => {
    const [mine, other] = ["A", "B"].map((letter) => ({
      cookie: `afterprompt_owner=own_${letter.repeat(22)}`,
    }));
    const events = await runToEnd(servers.appUrl, poemRun({ provider: "openai", model: "fake/ok" }), mine);
    const stolen = await postShare(servers.appUrl, { runId: runIdOf(events) }, other);
    expect(stolen.status).toBe(404);
    const made = await postShare(servers.appUrl, { runId: runIdOf(events) }, mine);
    const { id, manageToken } = (await made.json()) as { id: string; manageToken: string };
    const address = `${servers.appUrl}/api/comparisons`;
    const listed = async (headers: Record<string, string> | undefined) =>
      JSON.stringify(await (await fetch(address, { headers: headers ?? {} })).json()).includes(id);
    expect(await listed(mine)).toBe(true);
    expect(await listed(other)).toBe(false);
    const revoke = async (headers: Record<string, string> | undefined) =>
      (await fetch(`${address}/${id}`, { method: "DELETE", headers: headers ?? {} })).status;
    expect(await revoke(other)).toBe(404);
    expect(await revoke({ ...other, authorization: "Bearer mgt_AAAAAAAAAAAAAAAAAAAAAA" })).toBe(404);
    expect(await revoke({ ...other, authorization: `Bearer ${manageToken}` })).toBe(200);
    expect((await fetch(`${address}/${id}`)).status).toBe(404);
  });

  test("[R38][SL8] the same request sent twice makes one link", async ({ servers }) => {
    const key = { "idempotency-key": "share-twice-1" };
    const answers = await Promise.all(
      [1, 2, 3].map(async () => (await postShare(servers.appUrl, { comparison: POEMS }, key)).json()),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    const other = await postShare(servers.appUrl, { comparison: POEMS, expiresInDays: 1 }, key);
    expect(other.status).toBe(422);
  });

  test("[R15] another site makes no link and takes none back", async ({ servers }) => {
    const { id, manageToken } = await makeShare(servers.appUrl);
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await postShare(servers.appUrl, { comparison: POEMS }, foreign)).status).toBe(403);
    const revoked = await fetch(`${servers.appUrl}/api/comparisons/${id}`, {
      method: "DELETE",
      headers: { ...foreign, authorization: `Bearer ${manageToken}` },
    });
    expect(revoked.status).toBe(403);
    expect((await fetch(`${servers.appUrl}/api/comparisons/${id}`)).status).toBe(200);
  });

  test("[SL4][R17] the page is told to no search engine, stored by nobody and named to no site", async ({
    servers,
  }) => {
    const { id } = await makeShare(servers.appUrl);
    for (const path of [
      `/c/${id}`,
      `/c/${id}/embed`,
      `/api/comparisons/${id}`,
      `/api/comparisons/${id}/image`,
    ]) {
      const { headers } = await fetch(servers.appUrl + path);
      expect(headers.get("x-robots-tag"), path).toBe("noindex, nofollow");
      expect(headers.get("referrer-policy"), path).toBe("no-referrer");
      expect(headers.get("cache-control"), path).toContain("no-store");
    }
  });
});

test.describe("previews", () => {
  test("[SL12] the picture is a PNG of 1200 × 630", async ({ servers }) => {
    const { id } = await makeShare(servers.appUrl, {
      comparison: { ...POEMS, title: "日本語 🌅 \u202e and “quotes”" },
    });
    const response = await fetch(`${servers.appUrl}/api/comparisons/${id}/image`);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const view = new DataView(bytes.buffer);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1200, 630]);
  });

  test("[SL11][R21] oEmbed answers for our own address and for no other, whatever Host says", async ({
    servers,
  }) => {
    const { id, url } = await makeShare(servers.appUrl);
    const ask = (link: string, more = "") =>
      fetch(`${servers.appUrl}/api/oembed?url=${encodeURIComponent(link)}${more}`);
    const answer = await (await ask(url, "&maxwidth=500")).json();
    expect(answer).toMatchObject({
      version: "1.0",
      type: "rich",
      title: "Two poems",
      width: 500,
      height: 640,
    });
    expect(answer.html).toContain(`src="${servers.appUrl}/c/${id}/embed"`);
    expect(answer.thumbnail_url).toBe(`${servers.appUrl}/api/comparisons/${id}/image`);
    for (const link of [
      `https://evil.example/c/${id}`,
      `${servers.appUrl}/keys`,
      "x",
      `${servers.appUrl}@evil.example/c/${id}`,
    ]) {
      expect((await ask(link)).status, link).toBe(404);
    }
    expect((await ask(url, "&format=xml")).status).toBe(400);
    const html = await (await fetch(url)).text();
    expect(html).toContain('type="application/json+oembed"');
    expect(html).toContain(`property="og:image" content="${servers.appUrl}/api/comparisons/${id}/image"`);
    const hosted = await fetch(`${servers.hostedUrl}/api/oembed?url=${encodeURIComponent(url)}`);
    expect(hosted.status).toBe(404);
  });

  test("[R21] a hosted server writes its configured address into what it tells, not the Host header", async ({
    servers,
  }) => {
    const made = await postShare(
      servers.hostedUrl,
      { comparison: POEMS },
      { origin: servers.hostedOrigin, "sec-fetch-site": "same-origin", "x-forwarded-host": "evil.example" },
    );
    const { url, id } = (await made.json()) as { url: string; id: string };
    expect(url).toBe(`${servers.hostedOrigin}/c/${id}`);
    const oembed = await fetch(`${servers.hostedUrl}/api/oembed?url=${encodeURIComponent(url)}`);
    expect((await oembed.json()).html).toContain(`src="${servers.hostedOrigin}/c/${id}/embed"`);
  });
});

test("[R16][SL10] an embed shows in another site's frame, without cookies; every other page does not", async ({
  page,
  context,
  servers,
  allowConsoleError,
}) => {
  allowConsoleError(/frame|ERR_BLOCKED_BY_RESPONSE|404/i);
  const { id } = await makeShare(servers.appUrl);
  await page.goto("/");
  await page.getByRole("button", { name: /^Colours/ }).click();
  // What this page still fetches is not the frame's.
  await page.goto("about:blank");
  await context.addCookies([
    { name: "theme", value: "dark", url: servers.appUrl },
    { name: "afterprompt_owner", value: `own_${"C".repeat(22)}`, url: servers.appUrl },
  ]);
  const site = await framingSite();
  try {
    const sent: (string | undefined)[] = [];
    const set: (string | null)[] = [];
    page.on("response", async (response) => {
      if (!response.url().startsWith(servers.appUrl)) return;
      sent.push((await response.request().allHeaders()).cookie);
      set.push(await response.headerValue("set-cookie"));
    });
    const framed = (path: string) => page.goto(`${site.url}/?${encodeURIComponent(servers.appUrl + path)}`);
    await framed(`/c/${id}/embed`);
    const frame = page.frameLocator("iframe");
    await expect(frame.getByRole("heading", { name: "Two poems" })).toBeVisible();
    await expect(frame.getByRole("button")).toHaveCount(0);
    await expect(frame.getByRole("textbox")).toHaveCount(0);
    await expect(frame.getByRole("banner")).toHaveCount(0);
    await expect(frame.getByRole("link", { name: "Open in Afterprompt" })).toHaveAttribute(
      "target",
      "_blank",
    );
    expect(sent.filter(Boolean)).toEqual([]);
    expect(set.filter(Boolean)).toEqual([]);
    for (const path of [
      "/",
      `/c/${id}`,
      "/keys",
      "/history",
      "/why",
      "/no-such-page",
      `/api/comparisons/${id}`,
    ]) {
      await framed(path);
      await expect.poll(() => page.frames().at(-1)?.url(), path).toMatch(/^chrome-error/);
    }
  } finally {
    await site.close();
  }
  // Opened by itself, with its cookies sent along, it still reads none.
  const opened = await page.goto(`/c/${id}/embed`);
  expect((await opened?.request().allHeaders())?.cookie).toContain("theme=dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "system");
  expect(await opened?.headerValue("set-cookie")).toBeNull();
  expect(await opened?.headerValue("content-security-policy")).toContain("frame-ancestors *");
  expect(await opened?.headerValue("x-frame-options")).toBeNull();
});

test("[R10][SL15] opening, forking, framing and reading links calls no model", async ({ page, servers }) => {
  const { id } = await makeShare(servers.appUrl);
  await page.goto("/");
  await expect(run(page)).toBeEnabled();
  await openPanel(page);
  await expect(addressBox(page)).toHaveValue(/#c1\./);
  const fragment = new URL(await addressBox(page).inputValue()).hash;
  const before = await paidCalls(servers.fakeUrl);
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") posts.push(`${request.method()} ${request.url()}`);
  });
  for (const path of [
    `/c/${id}`,
    `/c/${id}?run=1&q=x`,
    `/c/${id}/embed`,
    `/?from=${id}`,
    `/?from=${id}&run=now`,
    `/${fragment}`,
    `/?q=Write&autorun=1${fragment}`,
  ]) {
    await page.goto(path);
    await page.reload();
    if (!path.startsWith("/c/")) await expect(run(page)).toBeEnabled();
  }
  await page.goBack();
  await page.goto(`/c/${id}`);
  await page.getByRole("button", { name: "Fork" }).click();
  await expect(run(page)).toBeEnabled();
  await expect(page.getByText(/2 calls · ≈/)).toBeVisible();
  expect(posts).toEqual([]);
  expect(await paidCalls(servers.fakeUrl)).toBe(before);
});

test.describe("a link that holds everything", () => {
  test("[SL13] it opens beside what was being written, in another browser too, and reaches no server", async ({
    page,
    browser,
    servers,
  }) => {
    await page.goto("/");
    await expect(run(page)).toBeEnabled();
    await beforePrompt(page).fill("A prompt that travels in its address: ünïcode 🌅");
    await openPanel(page);
    await expect(panel(page).getByText(/\d of 32,768 characters/)).toBeVisible();
    await expect.poll(async () => (await addressBox(page).inputValue()).length).toBeGreaterThan(300);
    const address = await addressBox(page).inputValue();

    const stranger = await browser.newContext({ baseURL: servers.appUrl });
    const theirs = await stranger.newPage();
    const asked: string[] = [];
    theirs.on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""}`));
    await theirs.goto("/");
    await expect(run(theirs)).toBeEnabled();
    await beforePrompt(theirs).fill("What I was writing.");
    await theirs.goto(address);
    await expect(theirs.getByText("This comparison came with the link.")).toBeVisible();
    await expect(beforePrompt(theirs)).toHaveValue("A prompt that travels in its address: ünïcode 🌅");
    await beforePrompt(theirs).fill("The copy, edited.");
    await expect
      .poll(() => theirs.evaluate(() => JSON.stringify(localStorage)))
      .toContain("The copy, edited.");
    await theirs.reload();
    await expect(beforePrompt(theirs)).toHaveValue("The copy, edited.");
    await theirs.getByRole("button", { name: "Back to what I was writing" }).click();
    await expect(beforePrompt(theirs)).toHaveValue("What I was writing.");
    expect(new URL(theirs.url()).hash).toBe("");
    await theirs.reload();
    await expect(beforePrompt(theirs)).toHaveValue("What I was writing.");
    expect(asked.filter((each) => each.includes("c1.") || each.includes("travels"))).toEqual([]);
    await stranger.close();
  });

  const packed = (text: string, version = 1) =>
    `c${version}.${deflateSync(Buffer.from(text), { level: 9 }).toString("base64url")}`;
  const model = { provider: "openai", model: "x", baseUrl: "https://elsewhere.example/v1" };
  const HOSTILE: readonly [string, string, RegExp][] = [
    ["a bomb", packed(" ".repeat(24_000_000)), /unpacks to more/],
    ["a bomb in a text", packed(`{"version":1,"title":"${"a".repeat(20_000_000)}"}`), /unpacks to more/],
    ["a great many values", packed(`[${"0,".repeat(900_000)}0]`), /no comparison/],
    ["very deep", packed(`${"[".repeat(900_000)}${"]".repeat(900_000)}`), /no comparison|missing or changed/],
    ["cut short", packed(JSON.stringify(POEMS)).slice(0, 200), /missing or changed/],
    ["random", "c1.AbCdEf0123456789-_", /missing or changed/],
    ["too long", `c1.${"A".repeat(40_000)}`, /longer than/],
    ["a newer form", packed("{}", 2), /newer version/],
    ["a newer document", packed(JSON.stringify({ ...POEMS, version: 9 })), /newer version/],
    [
      "an address of a provider",
      packed(JSON.stringify({ ...POEMS, variants: POEMS.variants.map((each) => ({ ...each, model })) })),
      /may not set/,
    ],
    ["a name that reaches a prototype", packed('{"__proto__":{"polluted":1}}'), /no comparison/],
  ];
  for (const [name, fragment, words] of HOSTILE) {
    test(`[R22][R08][SL14] ${name}: a sentence, and the page goes on`, async ({ page }) => {
      await page.goto("/");
      await expect(run(page)).toBeEnabled();
      await beforePrompt(page).fill("Still here.");
      await page.evaluate((hash) => {
        location.hash = hash;
      }, fragment);
      const notice = page.getByRole("alert").filter({ hasText: "The link cannot be opened." });
      await expect(notice).toContainText(words);
      await expect(beforePrompt(page)).toHaveValue("Still here.");
      expect(await page.evaluate(() => Reflect.has({}, "polluted"))).toBe(false);
      await notice.getByRole("button", { name: "Dismiss" }).click();
      await expect(notice).toHaveCount(0);
      expect(new URL(page.url()).hash).toBe("");
    });
  }
});

test.describe("the panel", () => {
  test("[SL16] it shows all that becomes public, and creating is a press of its own", async ({ page }) => {
    const posts: string[] = [];
    await openAndRun(page);
    page.on("request", (request) => {
      if (request.method() === "POST") posts.push(request.url());
    });
    await openPanel(page);
    const preview = panel(page).getByRole("region", { name: "What becomes public" });
    await expect(preview).toContainText("2 prompts, word for word");
    await expect(preview).toContainText(/10 answers, [\d,]+ characters/);
    await preview.getByText("Read all of it").click();
    await expect(preview.getByText("Generate a poem about nature.").first()).toBeVisible();
    await preview.getByText("See it as data").click();
    const data = await preview.getByRole("textbox", { name: "The data" }).inputValue();
    expect(JSON.parse(data).samples).toHaveLength(10);
    expect(data).not.toMatch(/costUsd|thinking/);
    await panel(page).getByRole("radio", { name: "Prompts only" }).check();
    await expect(preview).toContainText("No answers");
    expect(posts.filter((url) => url.includes("comparisons"))).toEqual([]);
  });

  test("[SL16] Share is there before the page is alive, and says when there are no answers yet", async ({
    page,
    request,
  }) => {
    expect(await (await request.get("/")).text()).toMatch(/>Share<\/button>/);
    await page.goto("/");
    await expect(run(page)).toBeEnabled();
    await openPanel(page);
    await expect(panel(page).getByRole("radio", { name: "Prompts and answers" })).toBeDisabled();
    await expect(panel(page)).toContainText("There are no finished answers to share yet.");
  });

  test("[R60] by keyboard: open, choose, create, copy, take back, close", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/");
    await expect(run(page)).toBeEnabled();
    const share = page.getByRole("button", { name: "Share", exact: true });
    await share.focus();
    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeVisible();
    await expect(share).toHaveAttribute("aria-expanded", "true");
    const reach = async (name: string, role: "button" | "combobox" | "textbox" = "button") => {
      const target = panel(page).getByRole(role, { name, exact: true });
      for (let presses = 0; presses < 40; presses += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`Tab never reaches ${name}`);
    };
    await reach("Can be read for", "combobox");
    await page.keyboard.press("ArrowUp");
    await reach("Create link");
    await page.keyboard.press("Enter");
    await expect(linkBox(page)).toBeFocused();
    const link = await linkBox(page).inputValue();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(panel(page).getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    await reach("Take back");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(panel(page)).toContainText("Taken back.");
    await reach("Create another link");
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    await expect(share).toBeFocused();
  });

  test("a refusal is said in the panel, and a second try makes one link", async ({
    page,
    allowConsoleError,
  }) => {
    allowConsoleError(/Failed to load resource|ERR_FAILED/);
    await page.goto("/");
    await expect(run(page)).toBeEnabled();
    await openPanel(page);
    // The server makes the link, and its answer is lost on the way.
    await page.route(
      "**/api/comparisons",
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await panel(page).getByRole("button", { name: "Create link" }).click();
    await expect(panel(page).getByRole("alert")).toContainText("did not answer");
    const link = await createLink(page);
    const { links } = await page.evaluate(async () => (await fetch("/api/comparisons")).json());
    expect(links.map(({ url }: { url: string }) => url)).toEqual([link]);
  });
});

test("[SL9] on paper: no header, nothing to press, everything open, the code of the link", async ({
  page,
}) => {
  await openAndRun(page);
  await openPanel(page);
  await page.goto(await createLink(page));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("button", { name: "Fork" })).toBeHidden();
  await expect(page.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(29, 28, 26)");
  const folded = page.getByRole("region", { name: /^After output, Sample 5/ });
  await expect(folded).toBeVisible();
  expect((await folded.boundingBox())?.height).toBeGreaterThan(50);
});

for (const width of [1280, 320]) {
  test(`[R59][R62] no violations in page, embed, panel and dead end at ${width} px`, async ({
    page,
    servers,
    allowConsoleError,
  }) => {
    allowConsoleError(/404/);
    await page.setViewportSize({ width, height: 900 });
    await openAndRun(page);
    await openPanel(page);
    for (const summary of ["Read all of it", "See it as data"]) await panel(page).getByText(summary).click();
    await expectNoViolationsInAnyLook(page);
    const link = await createLink(page);
    await panel(page)
      .getByText(/Embed it/)
      .click();
    await expectNoViolationsInAnyLook(page);
    await page.goto(link);
    for (const summary of await page.locator("summary").all()) await summary.click();
    await expectNoViolationsInAnyLook(page);
    await page.goto(`${link}/embed`);
    await expectNoViolationsInAnyLook(page);
    await page.goto(`${servers.appUrl}/c/cmp_${"A".repeat(22)}`);
    await expect(page.getByRole("heading", gone)).toBeVisible();
    await expectNoViolationsInAnyLook(page);
    await page.goto("/#c1.damaged");
    await expect(page.getByText("The link cannot be opened.")).toBeVisible();
    await expectNoViolationsInAnyLook(page);
  });
}
