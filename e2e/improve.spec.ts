import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectNoViolationsInAnyLook } from "./no-violations.ts";
import { isPhone, open, pickModel, side } from "./playground-page.ts";
import { callsFor } from "./run-api.ts";

const opener = (page: Page) => page.getByRole("button", { name: "Improve with a model" });
const panel = (page: Page) => page.getByRole("region", { name: "Improve", exact: true });
const ask = (page: Page) => panel(page).getByRole("button", { name: /^Ask( again)?$/ });
const row = (page: Page, name: string) =>
  panel(page).getByRole("listitem", { name: new RegExp(`^${name}:`) });
const press = (page: Page, name: string, words: "Accept" | "Refuse" | "Undo") =>
  row(page, name)
    .first()
    .getByRole("button", { name: new RegExp(`^${words} `) })
    .click();
const afterBox = (page: Page, name: string) => side(page, "After").getByRole("textbox", { name });

async function openImprover(page: Page): Promise<void> {
  await open(page);
  if (isPhone(page)) await page.getByRole("radio", { name: "Before", exact: true }).check();
  await opener(page).click();
  await expect(panel(page).getByRole("combobox", { name: "Improver" })).toBeVisible();
}

async function answered(page: Page, model: string, provider?: string): Promise<void> {
  await pickModel(page, model, "Improver", provider);
  await ask(page).click();
  await expect(panel(page).getByText(/\(improve-1\): /)).toBeVisible();
}

/** What the fake provider was asked to improve in this test. */
const improveCalls = (fakeUrl: string) => callsFor(fakeUrl, "TEXT PROMPT");

test.beforeEach(async ({ servers }) => {
  await fetch(`${servers.fakeUrl}/__fake/reset`, { method: "POST" });
});

test("[IP19][R10] opening, picking and closing asks nothing; the price stands there before, and the focus comes back", async ({
  page,
  servers,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => request.url().endsWith("/api/improvements") && asked.push(request.url()));
  await openImprover(page);
  await pickModel(page, "gpt-4.1-mini", "Improver");
  await expect(panel(page)).toContainText(/1 call · ≈ [\d,]+ tokens · ≈ \$0\.\d+/);
  await panel(page).getByRole("button", { name: "Close" }).click();
  await expect(opener(page)).toBeFocused();
  expect(asked).toEqual([]);
  expect(await improveCalls(servers.fakeUrl)).toEqual([]);
});

for (const [provider, model] of [
  ["OpenAI", "gpt-4.1-mini"],
  ["Anthropic", "claude-sonnet-4-5"],
] as const) {
  test(`[IP1][IP20][IP21][IP22] parts from ${provider}: taken one by one, refused, taken back`, async ({
    page,
    servers,
  }) => {
    await openImprover(page);
    await answered(page, model, provider);
    await expect(panel(page)).toContainText(
      new RegExp(`${model} \\(improve-1\\): [\\d,]+ tokens, \\$0\\.\\d+`),
    );
    const calls = await improveCalls(servers.fakeUrl);
    expect(calls).toHaveLength(1);
    expect(JSON.stringify(calls[0]?.body)).toContain("json_schema");
    const role = await afterBox(page, "Role").inputValue();
    const task = await afterBox(page, "Task").inputValue();
    await expect(row(page, "Role").locator("del").first()).toBeVisible();
    await expect(row(page, "Role")).toContainText("A role sets the vocabulary.");
    await expect(row(page, "Role")).toContainText(role);

    await press(page, "Role", "Accept");
    await expect(afterBox(page, "Role")).toHaveValue("a nature poet who writes for adults");
    await expect(afterBox(page, "Task")).toHaveValue(task);
    await expect(row(page, "Role").getByRole("button", { name: /^Undo / })).toBeFocused();
    await press(page, "Audience", "Refuse");
    await expect(afterBox(page, "Audience")).toHaveValue("");
    await expect(row(page, "Audience")).toContainText("Refused.");
    await press(page, "Role", "Undo");
    await expect(afterBox(page, "Role")).toHaveValue(role);

    await panel(page).getByRole("button", { name: "Accept all" }).click();
    await expect(afterBox(page, "Tone")).toHaveValue("quiet, hopeful");
    await expect(afterBox(page, "Audience")).toHaveValue("");
    await expect(side(page, "After")).toContainText("exactly 8 lines");
    await expect(side(page, "After")).not.toContainText("exactly 4 lines");
    await press(page, "Constraint", "Undo");
    await expect(side(page, "After")).toContainText("exactly 4 lines");
    await panel(page).getByRole("button", { name: "Undo all" }).click();
    await expect(afterBox(page, "Role")).toHaveValue(role);
    await expect(afterBox(page, "Task")).toHaveValue(task);
    await expect(side(page, "Before").getByRole("textbox", { name: "Before prompt" })).toHaveValue(
      "Generate a poem about nature.",
    );
  });
}

test("[IP21][IP22] After that is text becomes parts with nothing lost, and the text comes back", async ({
  page,
}) => {
  await openImprover(page);
  await side(page, "After").getByRole("radio", { name: "Text", exact: true }).check();
  const text = "Write about my dog Rex in exactly three lines.";
  await side(page, "After").getByRole("textbox", { name: "After prompt" }).fill(text);
  await answered(page, "fake/ok");
  await press(page, "Role", "Accept");
  await expect(afterBox(page, "Role")).toHaveValue("a nature poet who writes for adults");
  await expect(afterBox(page, "Task")).toHaveValue(/dog Rex/);
  await expect(side(page, "After")).toContainText("exactly 3 lines");
  await press(page, "Role", "Undo");
  await expect(side(page, "After").getByRole("textbox", { name: "After prompt" })).toHaveValue(text);
});

test("[IP20] while After is empty the parts stand beside Before, and only what is accepted is in After", async ({
  page,
}) => {
  await openImprover(page);
  await side(page, "After").getByRole("radio", { name: "Text", exact: true }).check();
  await side(page, "After").getByRole("textbox", { name: "After prompt" }).fill("");
  await answered(page, "fake/ok");
  await expect(panel(page)).toContainText("Beside Before, while After is empty.");
  await expect(row(page, "Task")).toContainText("Generate a poem about nature.");
  await press(page, "Task", "Accept");
  await expect(afterBox(page, "Task")).toHaveValue(
    "Generate a poem about nature. Choose one moment and stay with it.",
  );
  await expect(afterBox(page, "Role")).toHaveValue("");
});

test("[IP22] an edit in between is kept: one part is taken back, all together cannot be", async ({
  page,
}) => {
  await openImprover(page);
  await answered(page, "fake/ok");
  await panel(page).getByRole("button", { name: "Accept all" }).click();
  await expect(panel(page).getByRole("button", { name: "Undo all" })).toBeVisible();
  await afterBox(page, "Closing").fill("the word “brook”");
  await expect(panel(page).getByRole("button", { name: "Undo all" })).toHaveCount(0);
  await press(page, "Audience", "Undo");
  await expect(afterBox(page, "Audience")).toHaveValue("");
  await expect(afterBox(page, "Closing")).toHaveValue("the word “brook”");
});

for (const [model, title, reply] of [
  ["fake/improve-malformed", "The model’s reply could not be read as parts.", "a nature poet"],
  ["fake/improve-shape", "The model’s reply could not be read as parts.", "golden light"],
  ["fake/improve-nothing", "No part proposed.", ""],
  ["fake/refusal", "The model declined.", "I can't help with that."],
  ["fake/empty-output", "The model wrote nothing.", ""],
  ["fake/length", "The reply was cut off.", "a nature poet"],
  ["fake/clean-eof-5", "The connection to the provider broke off.", "{"],
  ["fake/401-echo-key", "The model could not answer.", ""],
  ["fake/429", "The model could not answer.", ""],
  ["fake/no-headers", "Stopped.", ""],
] as const) {
  test(`[IP12] ${model}: ${title} Nothing is changed`, async ({ page, servers }) => {
    await openImprover(page);
    const role = await afterBox(page, "Role").inputValue();
    await pickModel(page, model, "Improver");
    await ask(page).click();
    if (model === "fake/no-headers") {
      const stop = panel(page).getByRole("button", { name: "Stop asking" });
      await expect.poll(async () => (await improveCalls(servers.fakeUrl)).length).toBe(1);
      await stop.click();
      await expect
        .poll(async () => (await improveCalls(servers.fakeUrl))[0]?.clientClosedAtMs)
        .not.toBeNull();
      await expect(ask(page)).toBeFocused();
    }
    await expect(panel(page)).toContainText(title);
    await expect(panel(page)).not.toContainText("CANARY");
    if (reply !== "") {
      await panel(page).getByText("What it wrote").click();
      await expect(panel(page).getByRole("region", { name: "What it wrote" })).toContainText(reply);
    } else await expect(panel(page).getByText("What it wrote")).toHaveCount(0);
    await expect(afterBox(page, "Role")).toHaveValue(role);
    await expect(panel(page).getByRole("button", { name: "Accept all" })).toHaveCount(0);
  });
}

test("[IP9][IP10] prose and a fence around the JSON are forgiven; what is no part is listed", async ({
  page,
}) => {
  await openImprover(page);
  await answered(page, "fake/improve-fenced");
  await expect(row(page, "Role")).toBeVisible();
  await answered(page, "fake/improve-odd");
  await panel(page).getByText("Left out of the reply: 4").click();
  await expect(panel(page)).toContainText("persona a poet No part of a prompt has this name.");
  await expect(panel(page)).toContainText("No kind of constraint has this name.");
});

test("[IP13] a lost variable and another language are said before anything is accepted", async ({ page }) => {
  await openImprover(page);
  const before = side(page, "Before").getByRole("textbox", { name: "Before prompt" });
  await before.fill("Summarise {{notes}}.");
  await answered(page, "fake/improve-forgets");
  await expect(panel(page)).toContainText("The proposed task leaves out {{notes}}");
  await before.fill(
    "Please write something about the birds that come to the garden in the morning, and what the children think when they watch them through the window.",
  );
  await expect(panel(page)).toContainText("has been edited since this was asked");
  await answered(page, "fake/improve-french");
  await expect(panel(page)).toContainText("The proposal is in French; the Before prompt is in English.");
});

test("[IP12][R11][R12] markup in a proposal and in a reply stays text, and nothing is fetched", async ({
  page,
  servers,
}) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(servers.appUrl) && !request.url().startsWith("data:"))
      foreign.push(request.url());
  });
  page.on("dialog", () => foreign.push("dialog"));
  await openImprover(page);
  await answered(page, "fake/improve-hostile");
  await expect(row(page, "Role")).toContainText('<img src=x onerror="alert(1)">');
  await press(page, "Role", "Accept");
  await answered(page, "fake/obedient-injection");
  await panel(page).getByText("What it wrote").click();
  await expect(panel(page).getByRole("region", { name: "What it wrote" })).toContainText(
    "<script>alert(1)</script>",
  );
  await expect(panel(page).locator("img, script, a[href^=javascript]")).toHaveCount(0);
  expect(foreign).toEqual([]);
});

test("[IP23] the demonstration asks no model: the rules' own recognition is offered, and called so", async ({
  page,
  servers,
}) => {
  await openImprover(page);
  await side(page, "Before")
    .getByRole("textbox", { name: "Before prompt" })
    .fill("Act as a patient teacher. Explain how rain forms in exactly three sentences.");
  await expect(panel(page)).toContainText("is no language model");
  await expect(ask(page)).toHaveCount(0);
  await panel(page).getByRole("button", { name: "Recognise parts" }).click();
  await expect(panel(page)).toContainText("No model was asked, and it cost nothing.");
  await press(page, "Role", "Accept");
  await expect(afterBox(page, "Role")).toHaveValue("a patient teacher");
  expect(await improveCalls(servers.fakeUrl)).toEqual([]);
});

test("[R60][IP21] with the keyboard alone: open, ask, accept, refuse, take back, close", async ({ page }) => {
  await openImprover(page);
  await pickModel(page, "fake/ok", "Improver");
  await panel(page).getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("Enter");
  await expect(opener(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("heading", { name: "Improve with a model" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(panel(page).getByRole("combobox", { name: "Improver" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("fake/ok");
  await expect(page.getByRole("option", { name: "fake/ok" }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(ask(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(row(page, "Role")).toBeVisible();
  await expect(ask(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(panel(page).getByRole("button", { name: "Accept all" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(afterBox(page, "Role")).toHaveValue("a nature poet who writes for adults");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(row(page, "Task")).toContainText("Refused.");
  await page.keyboard.press("Enter");
  await expect(row(page, "Task").getByRole("button", { name: /^Refuse/ })).toBeFocused();
});

for (const width of [320, 1440]) {
  test(`[R59] no state of the panel has a violation or scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openImprover(page);
    await expectNoViolationsInAnyLook(page);
    await answered(page, "fake/improve-odd");
    await press(page, "Role", "Accept");
    await press(page, "Tone", "Refuse");
    await panel(page)
      .getByText(/^Left out/)
      .click();
    await expectNoViolationsInAnyLook(page);
    await answered(page, "fake/improve-malformed");
    await panel(page).getByText("What it wrote").click();
    await expectNoViolationsInAnyLook(page);
  });
}

test.describe("POST /api/improvements", () => {
  const body = {
    prompt: { kind: "text", text: "Generate a poem about nature." },
    model: { provider: "openai", model: "fake/ok" },
  };
  const post = (url: string, headers: Record<string, string> = {}, sent: unknown = body) =>
    fetch(`${url}/api/improvements`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(sent),
    });

  test("[IP16][IP18][R38] one JSON value, also through the route; the same key answers again without a second call", async ({
    servers,
  }) => {
    const first = await post(servers.appUrl, { "Idempotency-Key": "improve-e2e" });
    expect(first.headers.get("content-type")).toContain("application/json");
    const answer = await first.json();
    expect(answer).toMatchObject({ outcome: "proposal", promptVersion: "improve-1" });
    expect(await (await post(servers.appUrl, { "Idempotency-Key": "improve-e2e" })).json()).toEqual(answer);
    expect(await improveCalls(servers.fakeUrl)).toHaveLength(1);
    const other = { ...body, params: { temperature: 0.5 } };
    expect((await post(servers.appUrl, { "Idempotency-Key": "improve-e2e" }, other)).status).toBe(422);
  });

  test("[R15][R09][IP1] another site, an address of its own and a hosted server without a key get nothing", async ({
    servers,
  }) => {
    expect((await post(servers.appUrl, { origin: "https://evil.example" })).status).toBe(403);
    expect((await post(servers.appUrl, {}, { ...body, baseUrl: servers.fakeUrl })).status).toBe(400);
    const hosted = await post(servers.hostedUrl, { origin: servers.hostedOrigin });
    expect(hosted.status).toBe(401);
    expect((await hosted.json()).error).toMatchObject({ code: "no-key", field: "model" });
    expect(await improveCalls(servers.fakeUrl)).toEqual([]);
  });

  test("[R32][IP15] a client that goes away closes the call to the provider at once", async ({ servers }) => {
    const leaving = new AbortController();
    const asked = fetch(`${servers.appUrl}/api/improvements`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...body, model: { provider: "openai", model: "fake/held" } }),
      signal: leaving.signal,
    }).then((response) => response.text());
    const call = async () => (await improveCalls(servers.fakeUrl))[0];
    await expect.poll(call).toBeDefined();
    leaving.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(async () => (await call())?.clientClosedAtMs).not.toBeNull();
  });
});
