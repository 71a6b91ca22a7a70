import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { MARKDOWN_PAYLOADS } from "./markdown-payloads.ts";
import { expectNoViolations, expectNoViolationsInAnyLook } from "./no-violations.ts";
import { open, openAndRun, run } from "./playground-page.ts";
import { fakeCalls } from "./run-api.ts";

const opener = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const prompt = (page: Page, side: string) => page.getByRole("textbox", { name: `${side} prompt` });

async function openPanel(page: Page, name: string) {
  await opener(page, name).click();
  await expect(panel(page, name).getByRole("button", { name: "Close" })).toBeVisible();
  return panel(page, name);
}

/** Presses a format and gives the file that the browser saves. */
async function save(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  const saved = page.waitForEvent("download");
  await panel(page, "Export")
    .getByRole("button", { name: `Save ${format} as` })
    .click();
  const download = await saved;
  const name = download.suggestedFilename();
  await expect(panel(page, "Export").getByRole("status")).toContainText(`Saved as ${name}.`);
  return { name, bytes: await readFile(await download.path()) };
}

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await panel(page, "Import")
    .getByLabel("File", { exact: true })
    .setInputFiles({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(content),
    });
}

test.describe("export", () => {
  test("[EX8] [EX9] [EX11] after the poem every format is saved, and says that its answers are bundled", async ({
    page,
  }) => {
    await openAndRun(page);
    const requests: string[] = [];
    await openPanel(page, "Export");
    page.on("request", (request) => {
      if (/^https?:/.test(request.url()) && !/\.(woff2|js|css)(\?|$)/.test(request.url())) {
        requests.push(`${request.method()} ${request.url()}`);
      }
    });
    const texts = new Map<string, string>();
    const endings = {
      JSON: "json",
      Markdown: "md",
      HTML: "html",
      CSV: "csv",
      promptfoo: "yaml",
      "JSON Lines": "jsonl",
    };
    for (const [format, ending] of Object.entries(endings)) {
      const { name, bytes } = await save(page, format);
      expect(name).toMatch(new RegExp(`^afterprompt-\\d{4}-\\d{2}-\\d{2}-\\d{4}\\.${ending}$`));
      texts.set(format, bytes.toString("utf8"));
    }
    const picture = await save(page, "Picture");
    expect(picture.bytes.subarray(0, 8).toString("latin1")).toBe("\u0089PNG\r\n\u001a\n");
    expect(picture.bytes.readUInt32BE(16)).toBe(2400);
    expect(requests).toEqual([]);

    const document = JSON.parse(texts.get("JSON") ?? "");
    expect(document.run.samples).toHaveLength(10);
    expect(document.run.samples.every(({ origin }: { origin: string }) => origin === "bundled")).toBe(true);
    expect(JSON.stringify(document)).not.toMatch(/costUsd|thinking|apiKey|baseUrl/);
    for (const format of ["Markdown", "HTML", "CSV", "JSON Lines"]) {
      expect(texts.get(format), format).toMatch(/bundled answer/i);
    }
    expect(texts.get("CSV")?.trimEnd().split("\r\n")).toHaveLength(11);
    expect(texts.get("JSON Lines")?.trimEnd().split("\n")).toHaveLength(10);
    expect(texts.get("promptfoo")).toContain("Generate a poem about nature.");
    await expect(panel(page, "Export").getByRole("status")).toContainText("Saved as");
  });

  test("[EX7] before a run, formats of answers wait; what promptfoo has no place for is said", async ({
    page,
  }) => {
    await open(page);
    const area = await openPanel(page, "Export");
    await expect(area).toContainText("Nothing has been run yet");
    for (const format of ["CSV", "JSON Lines"]) {
      await expect(area.getByRole("button", { name: `Save ${format} as` })).toBeDisabled();
    }
    await save(page, "promptfoo");
    await expect(area.getByRole("status")).toContainText("was left out: people or a judge decide it.");
    const { bytes } = await save(page, "JSON");
    expect(JSON.parse(bytes.toString("utf8")).run).toBeNull();
  });

  test("[R11] [R12] [EX3] the page that is saved shows hostile answers as text, calls nobody and runs nothing", async ({
    page,
    context,
  }) => {
    await open(page);
    await openPanel(page, "Import");
    const variants = [
      { id: "before", prompt: "<script>alert(1)</script>" },
      { id: "after", prompt: "x" },
    ];
    const samples = MARKDOWN_PAYLOADS.slice(0, 60).map((text, sample) => ({
      variant: sample % 2 === 0 ? "before" : "after",
      case: "1",
      sample: Math.floor(sample / 2),
      text,
      ending: "complete",
      usage: { inputTokens: 1, outputTokens: 1, estimated: false },
      timing: { firstTokenMs: 1, totalMs: 1 },
      checks: [],
    }));
    const title = '"><img src=x onerror=alert(1)>';
    await choose(
      page,
      "x.json",
      JSON.stringify({
        comparison: { title, variants },
        run: { startedAt: "2026-11-25T00:00:00Z", samples },
      }),
    );
    await panel(page, "Import").getByRole("button", { name: "Replace what is here" }).click();
    await openPanel(page, "Export");
    const { bytes } = await save(page, "HTML");

    const viewer = await context.newPage();
    const seen: string[] = [];
    viewer.on("request", (request) => seen.push(request.url()));
    viewer.on("dialog", (dialog) => seen.push(dialog.message()));
    await viewer.setContent(bytes.toString("utf8"));
    expect(seen).toEqual([]);
    await expect(viewer.getByRole("heading", { level: 1 })).toHaveText(title);
    const names = await viewer.evaluate(() => [
      ...new Set([...document.querySelectorAll("*")].map(({ localName }) => localName)),
    ]);
    expect(names.sort()).toEqual(
      "article body div h1 h2 h3 head html li main meta p span strong style title ul"
        .split(" ")
        .filter((name) => names.includes(name)),
    );
    const attributes = await viewer.evaluate(() =>
      [...document.querySelectorAll("body *")].flatMap((element) => element.getAttributeNames()),
    );
    expect([...new Set(attributes)].filter((name) => !["class", "scope"].includes(name))).toEqual([]);
    await expect(viewer.getByText(MARKDOWN_PAYLOADS[0] ?? "", { exact: true }).first()).toBeVisible();
  });
});

test.describe("import", () => {
  const PROMPTFOO = `description: Rain
prompts: ["About {{ topic }}", "In one word: {{ topic }}"]
providers: [{ id: openai:chat:gpt-4.1-mini, config: { apiBaseUrl: "https://canary.example", apiKey: sk-canary } }]
defaultTest: { assert: [{ type: icontains, value: rain }, { type: javascript, value: "true" }] }
tests: [{ vars: { topic: rain } }]
`;

  test("[IM12] [R08] [R10] what was found is shown before anything changes, and can be taken back after", async ({
    page,
    servers,
  }) => {
    await open(page);
    const callsBefore = (await fakeCalls(servers.fakeUrl)).length;
    const before = await prompt(page, "Before").inputValue();
    const area = await openPanel(page, "Import");
    await choose(page, "promptfooconfig.yaml", PROMPTFOO);
    await expect(
      area.getByRole("heading", { name: "promptfooconfig.yaml is a promptfoo configuration." }),
    ).toBeFocused();
    await expect(area).toContainText("Recognised: 2 prompts, 1 case, 1 check.");
    await expect(
      area.getByRole("listitem").filter({ hasText: "1 assertion of kind javascript was left out" }),
    ).toBeVisible();
    await expect(area.getByRole("listitem").filter({ hasText: "apiBaseUrl, apiKey" })).toBeVisible();
    await expect(area).not.toContainText("canary");
    await expect(prompt(page, "Before")).toHaveValue(before);
    await expectNoViolations(page);

    await area.getByRole("button", { name: "Replace what is here" }).click();
    await expect(prompt(page, "Before")).toHaveValue("About {{topic}}");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rain");
    await expect(page.getByRole("textbox", { name: "topic" })).toHaveValue("rain");
    await page.getByRole("button", { name: "Bring back what was here" }).click();
    await expect(prompt(page, "Before")).toHaveValue(before);
    expect((await fakeCalls(servers.fakeUrl)).length).toBe(callsBefore);
  });

  for (const [kind, name, content, recognised] of [
    ["a table with a pair of prompts", "pairs.csv", "before,after\nOne thing,Another thing\n", "2 prompts"],
    [
      "an OpenAI eval",
      "eval.json",
      JSON.stringify({
        eval: { name: "E", testing_criteria: [] },
        runs: [
          {
            name: "R",
            data_source: {
              type: "completions",
              model: "gpt-4.1",
              input_messages: { type: "template", template: [{ role: "user", content: "One thing" }] },
            },
          },
        ],
      }),
      "1 prompt",
    ],
    [
      "an OpenAI prompt",
      "prompt.json",
      JSON.stringify({ id: "pmpt_1", messages: [{ role: "user", content: "One thing" }] }),
      "1 prompt",
    ],
    [
      "an Afterprompt comparison",
      "old.json",
      JSON.stringify({ variants: [{ prompt: "One thing" }, { prompt: "Other" }] }),
      "2 prompts",
    ],
  ] as const) {
    test(`[IM12] ${kind} is taken over`, async ({ page }) => {
      await open(page);
      const area = await openPanel(page, "Import");
      await choose(page, name, content);
      await expect(area).toContainText(`${name} is ${kind}.`);
      await expect(area).toContainText(`Recognised: ${recognised}`);
      await area.getByRole("button", { name: "Replace what is here" }).click();
      await expect(prompt(page, "Before")).toHaveValue("One thing");
    });
  }

  test("[IM7] [IM12] rows of cases leave the prompts", async ({ page }) => {
    await open(page);
    const before = await prompt(page, "Before").inputValue();
    const area = await openPanel(page, "Import");
    await choose(page, "rows.csv", "topic\nrain\nsun\n");
    await expect(area).toContainText("There is no prompt in it: the prompts that are here stay.");
    await area.getByRole("button", { name: "Add to what is here" }).click();
    await expect(prompt(page, "Before")).toHaveValue(before);
  });

  test("[EX1] [IM10] the poem's own file brings its answers back, marked as the file's; saved again they are reported", async ({
    page,
  }) => {
    await openAndRun(page);
    await openPanel(page, "Export");
    const { bytes } = await save(page, "JSON");
    await page.evaluate(() => {
      sessionStorage.clear();
      localStorage.clear();
    });
    await page.reload();
    await expect(run(page)).toBeEnabled();
    const area = await openPanel(page, "Import");
    await choose(page, "poem.json", bytes);
    await expect(area).toContainText("10 answers");
    await area.getByRole("button", { name: "Replace what is here" }).click();
    await expect(page.getByText("The answers below came in with a file.")).toBeVisible();
    const after = page.getByRole("region", { name: "After output", exact: true });
    await expect(after.getByRole("tab")).toHaveCount(5);
    await expect(after).toContainText("bundled answer");
    await expect(page.getByRole("region", { name: "Verdict", exact: true })).toBeVisible();

    await openPanel(page, "Export");
    const again = JSON.parse((await save(page, "JSON")).bytes.toString("utf8"));
    const first = JSON.parse(bytes.toString("utf8"));
    expect(again.run.source).toBe("reported");
    expect(again.run.samples).toEqual(first.run.samples);
    expect(again.comparison).toEqual(first.comparison);
  });

  test("[R19] a hostile file is refused in a sentence; the page goes on", async ({ page }) => {
    await open(page);
    const area = await openPanel(page, "Import");
    const hostile: [string, string | Buffer, string][] = [
      [
        "x.json",
        '{"variants":[{"prompt":"a"}],"__proto__":{"polluted":1}}',
        "it has a field named “__proto__”, which is not taken.",
      ],
      [
        "x.json",
        '{"title":"a","title":"b","variants":["x"]}',
        "the field “title” stands twice in one place.",
      ],
      ["x.json", `${"[".repeat(200_000)}${"]".repeat(200_000)}`, "it is nested more than 20 levels deep."],
      ["x.json", Buffer.alloc(5 * 1024 * 1024 + 1), "it is larger than 5 MB."],
      [
        "x.yaml",
        `a: &a [x]\nprompts: [x]\nb:\n${"  - *a\n".repeat(3_000)}`,
        "its anchors or its depth are more than can be read.",
      ],
      ["x.png", Buffer.from("\u0089PNG\r\n\u001a\n\u0000\u0000", "latin1"), "it is no text."],
      ["x.json", "not json", "it is not valid JSON."],
    ];
    for (const [name, content, sentence] of hostile) {
      await choose(page, name, content);
      await expect(area.getByRole("alert")).toContainText(sentence);
    }
    expect(await page.evaluate(() => ({}) as { polluted?: number })).toEqual({});
    await expectNoViolations(page);
    await choose(page, "pairs.csv", "before,after\nOne,Two\n");
    await expect(area.getByRole("alert")).toHaveCount(0);
    await expect(area).toContainText("Nothing was left out.");
  });
});

test.describe("code", () => {
  test("[CD5] code in three languages for the side that is chosen, without a key", async ({ page }) => {
    await open(page);
    const area = await openPanel(page, "Get code");
    const code = area.getByRole("textbox", { name: "Code" });
    await expect(code).toHaveValue(/^curl [\s\S]*A golden light first kisses the water/);
    await expect(area).toContainText("The demo is no model");
    await area.getByRole("radio", { name: "TypeScript" }).check();
    await expect(code).toHaveValue(/import OpenAI from "openai"/);
    await area.getByRole("radio", { name: "Anthropic" }).check();
    await expect(code).toHaveValue(/process\.env\.ANTHROPIC_API_KEY/);
    await area.getByRole("radio", { name: "Before" }).check();
    await expect(code).toHaveValue(/"Generate a poem about nature\."/);
    await area.getByRole("radio", { name: "Python" }).check();
    await expect(code).toHaveValue(/from anthropic import Anthropic/);
    await expect(code).not.toHaveValue(/sk-/);
  });
});

test.describe("panels", () => {
  test("[R60] by keyboard: Enter opens, Escape closes, the focus is back on the button", async ({ page }) => {
    await open(page);
    for (const name of ["Import", "Export", "Get code"]) {
      await opener(page, name).focus();
      await page.keyboard.press("Enter");
      await expect(opener(page, name)).toHaveAttribute("aria-expanded", "true");
      await expect(panel(page, name).getByRole("button", { name: "Close" })).toBeVisible();
      await panel(page, name).getByRole("button", { name: "Close" }).focus();
      await page.keyboard.press("Escape");
      await expect(panel(page, name)).toHaveCount(0);
      await expect(opener(page, name)).toBeFocused();
    }
  });

  test("[R59] nothing is wrong for a checker in any panel, wide or narrow", async ({ page }) => {
    await open(page);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const name of ["Import", "Export", "Get code"]) {
        await openPanel(page, name);
        await expectNoViolationsInAnyLook(page);
        await panel(page, name).getByRole("button", { name: "Close" }).click();
      }
    }
  });
});
