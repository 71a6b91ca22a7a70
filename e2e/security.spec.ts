import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const PAGES = ["/", "/keys", "/history", "/strategies", "/templates", "/why", "/no-such-page"];

/** The policy of every page, with its nonce taken out. */
const POLICY =
  "default-src 'none'; script-src 'self' 'nonce-N' 'strict-dynamic'; style-src 'self' 'nonce-N'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-src 'self'; frame-ancestors 'none'";

const nonceOf = (policy: string | undefined) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1] ?? "";

/** Policy violations of the page, as the browser reports them; `page` must not have been opened yet. */
async function collectViolations(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const violations: string[] = [];
    Reflect.set(globalThis, "violations", violations);
    addEventListener("securitypolicyviolation", (event) =>
      violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`),
    );
  });
  return () => page.evaluate(() => Reflect.get(globalThis, "violations") as string[]);
}

for (const path of PAGES) {
  test(`[R13] ${path}: the policy is strict, every script has its nonce, nothing is stored`, async ({
    request,
  }) => {
    const response = await request.get(path);
    const policy = response.headers()["content-security-policy"];
    const nonce = nonceOf(policy);
    expect(policy?.replaceAll(nonce, "N")).toBe(POLICY);
    expect(Buffer.from(nonce, "base64")).toHaveLength(16);
    expect(response.headers()["cache-control"]).toContain("no-store");

    const html = await response.text();
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((attributes = "") => !attributes.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(html).not.toMatch(/<[a-z][^>]*\sstyle=/i);
    expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
  });

  test(`[R13] ${path}: headers of every response`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  test(`[R13] ${path}: comes alive under the policy without a violation`, async ({
    page,
    allowConsoleError,
  }) => {
    if (path === "/no-such-page") allowConsoleError(/404/);
    const violations = await collectViolations(page);
    await page.goto(path);
    const colours = page.getByRole("button", { name: /^Colours/ });
    await expect(colours).toHaveAccessibleName("Colours: as on this device");
    await expect(async () => {
      await colours.click();
      await expect(colours).not.toHaveAccessibleName("Colours: as on this device", { timeout: 200 });
    }).toPass();
    expect(await violations()).toEqual([]);
  });
}

test("[R13] 1,000 loads have 1,000 nonces", async ({ request }) => {
  const nonces = new Set<string>();
  for (let load = 0; load < 1_000; load++) {
    nonces.add(nonceOf((await request.head("/no-such-page")).headers()["content-security-policy"]));
  }
  expect(nonces.size).toBe(1_000);
});

test("[R13] a nonce or a policy sent by the visitor is not reflected", async ({ request }) => {
  const response = await request.get("/", {
    headers: {
      "x-nonce": '"><script>alert(1)</script>',
      "content-security-policy": "script-src 'nonce-chosen'",
      "content-security-policy-report-only": "script-src 'nonce-chosen'",
    },
  });
  const all = JSON.stringify(response.headers()) + (await response.text());
  expect(all).not.toContain("chosen");
  expect(all).not.toContain("alert(1)");
});

test("[R13] the policy does stop a script that has no nonce", async ({ page, allowConsoleError }) => {
  allowConsoleError(/Content Security Policy/);
  const violations = await collectViolations(page);
  await page.goto("/keys");
  await page.evaluate(() => {
    const hostile = document.createElement("div");
    hostile.innerHTML = '<img src="/icon.svg" onload="globalThis.ran = true">';
    document.body.append(hostile);
  });
  await expect.poll(violations).not.toEqual([]);
  expect(await page.evaluate(() => Reflect.has(globalThis, "ran"))).toBe(false);
});

test("the choice of colours is there before the first paint after a reload", async ({ page, request }) => {
  await page.goto("/keys");
  const root = page.locator("html");
  await expect(async () => {
    await page.getByRole("button", { name: /^Colours/ }).click();
    await expect(root).toHaveAttribute("data-theme", "dark", { timeout: 200 });
  }).toPass();
  await expect
    .poll(async () => (await page.context().cookies()).find(({ name }) => name === "theme")?.value)
    .toBe("dark");
  const html = await (await request.get("/keys", { headers: { cookie: "theme=dark" } })).text();
  expect(html).toContain('data-theme="dark"');
  await page.reload();
  await expect(root).toHaveAttribute("data-theme", "dark");
});

test("[R07] a saved key is nowhere in the page, in its storage or in a cookie that a script can read", async ({
  page,
  servers,
}) => {
  await page.goto("/keys");
  await page.getByRole("button", { name: /^(?:Add key|Replace) OpenAI$/ }).click();
  const field = page.getByRole("textbox", { name: "OpenAI key" });
  await expect(field).toHaveAttribute("type", "password");
  await field.fill(servers.openaiKey);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  const everything = await page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      document.cookie,
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      location.href,
    ].join("\n"),
  );
  expect(everything).not.toContain(servers.openaiKey);
  await page.getByRole("button", { name: "Forget OpenAI" }).click();
  await expect(page.getByText("Forgotten.")).toBeVisible();
});
