import type { BrowserContext, Page } from "@playwright/test";
import { type BundledLesson, bundledLessons, caseIds, claimedKept } from "./bundled-lessons.ts";
import { expect, test } from "./fixtures.ts";
import { expectNothingSticksOut, expectNoViolations, expectNoViolationsInAnyLook } from "./no-violations.ts";
import { contract, open, output, run } from "./playground-page.ts";
import { runToEnd as runOnServer } from "./run-api.ts";

const LESSONS = bundledLessons();
/** So many lessons play at once; one after the other they would take minutes, because they are paced as a model is. */
const AT_ONCE = 4;

const panel = (page: Page) => page.getByRole("complementary", { name: "Lesson", exact: true });
const doneBox = (page: Page) => page.getByRole("checkbox", { name: "I am done with this lesson" });

/** Presses Run, waits for its end and returns the run's id. */
async function runAndName(page: Page): Promise<string> {
  const started = page.waitForResponse((response) => response.url().endsWith("/api/runs"));
  await run(page).click();
  await started;
  await expect(page.getByText(/^Last run: /)).toBeVisible({ timeout: 60_000 });
  const memory = await page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((name) => name.startsWith("afterprompt.run."));
    return key === undefined ? null : sessionStorage.getItem(key);
  });
  return JSON.parse(memory ?? "{}").runs[0].id;
}

function inBatches<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

/** A browser learns with its first run whose runs are whose; several first ones at once would each make it another. */
async function becomeOwner(context: BrowserContext, appUrl: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(appUrl);
  await page.evaluate(async () => {
    const variants = [
      { id: "a", prompt: { kind: "text", text: "One word." }, model: { provider: "demo", model: "demo" } },
    ];
    const headers = { "content-type": "application/json" };
    await (await fetch("/api/runs", { method: "POST", headers, body: JSON.stringify({ variants }) })).text();
  });
  await page.close();
}

/** Runs one lesson in a page of its own and holds what the page shows against what the folder claims. */
async function playLesson(context: BrowserContext, appUrl: string, lesson: BundledLesson): Promise<void> {
  const page = await context.newPage();
  await open(page, `${appUrl}/lessons/${lesson.slug}`);
  const { variants, settings } = lesson.comparison;
  const runId = await runAndName(page);
  const record = await (await page.request.get(`${appUrl}/api/runs/${runId}`)).json();
  const wanted = variants.flatMap(({ id }) =>
    caseIds(lesson).flatMap((caseId) =>
      Array.from({ length: settings.samples }, (_, sample) => `${id}/${caseId}/${sample} bundled complete`),
    ),
  );
  expect(record, lesson.slug).toHaveProperty("samples");
  const made = record.samples.map(
    (sample: Record<string, string>) =>
      `${sample.variant}/${sample.case}/${sample.sample} ${sample.origin} ${sample.ending}`,
  );
  expect(made?.toSorted(), lesson.slug).toEqual(wanted.toSorted());

  for (const name of ["Before", "After"]) {
    await expect(output(page, name).getByText("bundled answer")).toBeVisible();
  }
  const hard: string[] = [];
  for (const button of await contract(page).locator("[data-check]").all()) {
    const check = (await button.getAttribute("data-check")) ?? "";
    const row = contract(page)
      .getByRole("row")
      .filter({ has: page.locator(`[data-check="${check}"]`) });
    if (/does not count|for people to judge/.test((await row.textContent()) ?? "")) continue;
    hard.push(check);
    const expected = variants.slice(0, 2).map(({ id }) => {
      const { kept, of } = claimedKept(lesson, id, check);
      return new RegExp(`^${kept} of ${of} kept`);
    });
    await expect(row.getByRole("cell"), `${lesson.slug}, ${check}`).toHaveText(expected);
  }
  expect(hard.length, lesson.slug).toBeGreaterThan(0);
  await playFurther(page, lesson);
  await page.close();
}

/** The variants beside the pair: their answers are there, and their column counts what the folder claims. */
async function playFurther(page: Page, lesson: BundledLesson): Promise<void> {
  const further = lesson.comparison.variants.slice(2);
  const marks = page.getByRole("region", { name: "All variants" });
  await expect(marks).toHaveCount(further.length === 0 ? 0 : 1);
  for (const { label = "" } of further) {
    if (further.length > 1) await page.getByRole("radio", { name: label, exact: true }).check();
    await expect(output(page, label).getByText("bundled answer")).toBeVisible();
    await expect(page.getByRole("region", { name: `${label} prompt`, exact: true })).toBeVisible();
    await expect(marks.getByRole("columnheader", { name: label })).toBeVisible();
  }
  if (further.length > 0) await expect(marks.getByText("not run yet")).toHaveCount(0);
}

test.describe("every lesson", () => {
  for (const [index, batch] of inBatches(LESSONS, AT_ONCE).entries()) {
    test(`[LS2] [LS3] [LS11] runs without a key and shows what it claims: ${index * AT_ONCE + 1} to ${index * AT_ONCE + batch.length}`, async ({
      context,
      servers,
    }) => {
      await becomeOwner(context, servers.appUrl);
      await Promise.all(batch.map((lesson) => playLesson(context, servers.appUrl, lesson)));
    });
  }

  test("[LS4] runs to its end on a provider's model", async ({ servers }) => {
    for (const { slug, comparison } of LESSONS) {
      const model = { provider: "openai", model: "fake/ok" };
      const events = await runOnServer(servers.appUrl, {
        variants: comparison.variants.map(({ id, prompt }) => ({ id, prompt, model })),
        cases: comparison.cases ?? [],
        checks: comparison.checks ?? [],
        samples: 1,
      });
      const ends = events.filter(({ event }) => event === "sample-end");
      expect(ends, slug).toHaveLength(comparison.variants.length * (comparison.cases?.length ?? 1));
      expect(new Set(ends.map(({ data }) => data.ending)), slug).toEqual(new Set(["complete"]));
      expect(
        ends.every(({ data }) => data.origin === undefined && Array.isArray(data.checks)),
        slug,
      ).toBe(true);
      expect(events.at(-1), slug).toMatchObject({ event: "run-end", data: { status: "complete" } });
    }
  });
});

test.describe("the list and the way through it", () => {
  test("[LS7] [LS8] [LS6] shows every lesson, marks what was run or ticked, and leads to the next one", async ({
    page,
  }) => {
    const posts: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") posts.push(request.url());
    });
    await page.goto("/lessons");
    await expect(page.getByRole("heading", { level: 2 })).toHaveText(LESSONS.map(({ title }) => title));
    await expect(page.getByText("0 of 16 done")).toBeVisible();
    await page.getByRole("link", { name: "Start with the first lesson" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(LESSONS[0]?.title ?? "");
    await expect(run(page)).toBeEnabled();
    expect(posts).toEqual([]);
    await runAndName(page);
    await expect(doneBox(page)).toBeChecked();

    await page.getByRole("link", { name: /^Next lesson: / }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(LESSONS[1]?.title ?? "");
    await expect(doneBox(page)).not.toBeChecked();
    await doneBox(page).check();
    await page.goto("/lessons");
    await expect(page.getByText("2 of 16 done")).toBeVisible();
    await expect(page.getByRole("link", { name: `Go on with “${LESSONS[2]?.title}”` })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: LESSONS[0]?.title })).toContainText("Done");

    await page.goto("/lessons/poem");
    await expect(doneBox(page)).toBeChecked();
    await doneBox(page).uncheck();
    const before = posts.length;
    await page.reload();
    // The run is found again, and finding it neither starts one nor ticks the box.
    await expect(output(page, "After").getByText("bundled answer")).toBeVisible();
    await expect(doneBox(page)).not.toBeChecked();
    expect(posts).toHaveLength(before);
    await page.goto("/lessons");
    await expect(page.getByText("1 of 16 done")).toBeVisible();
  });

  test("[LS7] damaged storage is no progress", async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem("afterprompt.lessons", "{damaged"));
    await page.goto("/lessons");
    await expect(page.getByText("0 of 16 done")).toBeVisible();
  });

  test("[LS9] previous and next lead through all of them, by the keyboard too", async ({ page }) => {
    await page.goto("/lessons/poem");
    await expect(page.getByRole("link", { name: /^Previous lesson/ })).toHaveCount(0);
    for (const { title } of LESSONS.slice(1)) {
      await page.getByRole("link", { name: `Next lesson: ${title}` }).press("Enter");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    }
    await expect(page.getByRole("link", { name: /^Next lesson/ })).toHaveCount(0);
    await page.getByRole("link", { name: `Previous lesson: ${LESSONS.at(-2)?.title}` }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(LESSONS.at(-2)?.title ?? "");
  });

  test("[LS6] each lesson keeps what was written in it; the playground keeps its own", async ({ page }) => {
    await open(page, "/lessons/poem");
    await page.getByRole("textbox", { name: "Before prompt" }).fill("A poem of my own.");
    await page.getByRole("link", { name: /^Next lesson/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(LESSONS[1]?.title ?? "");
    await expect(page.getByRole("textbox", { name: "Before prompt" })).not.toHaveValue("A poem of my own.");
    await open(page, "/");
    await expect(page.getByRole("textbox", { name: "Before prompt" })).toHaveValue(
      "Generate a poem about nature.",
    );
    await open(page, "/lessons/poem");
    await expect(page.getByRole("textbox", { name: "Before prompt" })).toHaveValue("A poem of my own.");
    await page.getByRole("button", { name: "Start over" }).click();
    await expect(page.getByRole("textbox", { name: "Before prompt" })).toHaveValue(
      "Generate a poem about nature.",
    );
  });

  test("a lesson that is not there is a page that is not there", async ({ page, allowConsoleError }) => {
    allowConsoleError(/404/);
    expect((await page.goto("/lessons/no-such"))?.status()).toBe(404);
    expect((await page.goto("/lessons/no-such/print"))?.status()).toBe(404);
  });
});

test.describe("the text of a lesson", () => {
  test("[LS5] stands beside the playground, hides, and is remembered from the first paint on", async ({
    page,
  }) => {
    await open(page, "/lessons/json");
    for (const name of ["Goal", "What to look for", "Try it", "Go further"]) {
      await expect(panel(page).getByRole("region", { name, exact: true })).toBeVisible();
    }
    await expect(panel(page).getByRole("link", { name: "Structured output", exact: true })).toHaveAttribute(
      "href",
      "/strategies#structured-output",
    );
    await expect(panel(page).getByRole("link", { name: "JSON Schema" })).toHaveAttribute("target", "_blank");
    const toggle = page.getByRole("button", { name: "Hide the lesson" });
    await expect(toggle).toHaveAttribute("aria-expanded", "true");
    await toggle.press("Enter");
    const show = page.getByRole("button", { name: "Read the lesson" });
    await expect(show).toHaveAttribute("aria-expanded", "false");
    await expect(panel(page)).toBeHidden();
    const html = await (await page.request.get("/lessons/json")).text();
    expect(html).toContain("Read the lesson");
    expect(html).not.toContain("Hide the lesson");
    await page.reload();
    await expect(panel(page)).toBeHidden();
    await show.press("Enter");
    await expect(panel(page)).toBeVisible();
  });

  test("[LS5] is folded on a phone until it is asked for", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, "/lessons/json");
    await expect(panel(page)).toBeHidden();
    await page.getByRole("button", { name: "Read the lesson" }).click();
    await expect(panel(page)).toBeVisible();
    await page.getByRole("button", { name: "Hide the lesson" }).click();
    await expect(panel(page)).toBeHidden();
  });

  test("[LS10] the task goes into the playground, says how it went, and the pair comes back", async ({
    page,
  }) => {
    await open(page, "/lessons/poem");
    const prompt = page.getByRole("textbox", { name: "Before prompt" });
    await prompt.fill("A poem of my own.");
    await runAndName(page);
    await panel(page).getByRole("button", { name: "Put the task into the playground" }).press("Enter");
    await expect(prompt).toHaveValue("Write a poem about the sea.");
    await expect(output(page, "After").getByText("bundled answer")).toHaveCount(0);
    await expect(panel(page).getByText("It is in the playground")).toBeVisible();
    const after = page.getByRole("group", { name: "After", exact: true });
    await expect(after.getByRole("textbox", { name: "Task" })).toHaveValue("Write a poem about the sea.");
    await page.getByRole("combobox", { name: "Samples" }).selectOption("1");
    await runAndName(page);
    await expect(panel(page).getByText("0 of 1 After answers keep every rule of the task.")).toBeVisible();

    await after
      .getByRole("textbox", { name: "Task" })
      .fill(
        "Write a poem about the sea in exactly six lines. Start with exactly this line: “The tide comes back with all its silver.” Do not use the word “blue”. Do not add a title.",
      );
    await runAndName(page);
    await expect(panel(page).getByText("Solved.")).toBeVisible();
    await expect(panel(page).getByText("on simulated answers, not a model")).toBeVisible();
    await panel(page).getByRole("button", { name: "Back to the lesson’s pair" }).click();
    await expect(prompt).toHaveValue("A poem of my own.");
    await expect(output(page, "After").getByText("bundled answer")).toBeVisible();
    await expect(panel(page).getByText("You have solved this one.")).toBeVisible();
    await panel(page).getByRole("button", { name: "Put the task into the playground" }).click();
    await expect(after.getByRole("textbox", { name: "Task" })).toHaveValue(/in exactly six lines/);
    await expect(panel(page).getByText("Solved.")).toBeVisible();
    await page.reload();
    await expect(after.getByRole("textbox", { name: "Task" })).toHaveValue(/in exactly six lines/);
    await page.goto("/lessons");
    await expect(page.getByText("Done, task solved")).toBeVisible();
  });
});

test.describe("more than a pair", () => {
  test("[LS11] the variants beside the pair can be left out, and the estimate follows", async ({ page }) => {
    await open(page, "/lessons/injection");
    await expect(page.getByText("8 calls")).toBeVisible();
    await expect(page.getByText("Also run")).toHaveCount(0);
    await open(page, "/lessons/grounding");
    await expect(page.getByText("15 calls")).toBeVisible();
    await expect(output(page, "The passage is missing")).toContainText("Press Run");
    await page.getByRole("checkbox", { name: "With the pair" }).uncheck();
    await expect(page.getByText("10 calls")).toBeVisible();
    await runAndName(page);
    await expect(output(page, "The passage is missing")).toContainText("not run with the pair");
    await expect(output(page, "After").getByText("bundled answer")).toBeVisible();
  });

  test("[LS12] every case can be read and edited, and both sides show the same one", async ({ page }) => {
    await open(page, "/lessons/few-shot");
    const ticket = page.getByRole("textbox", { name: "ticket" });
    await expect(ticket).toHaveValue("Where is my order? Tracking has not moved for a week.");
    await page.getByRole("combobox", { name: "Case" }).selectOption({ label: "3 of 6: seam" });
    await expect(ticket).toHaveValue("A seam is coming apart on the sleeve.");
    await runAndName(page);
    await output(page, "Before").getByRole("tab", { name: "Sample seam, complete" }).click();
    for (const name of ["Before", "After"]) {
      await expect(output(page, name)).toContainText("A seam is coming apart on the sleeve.");
    }
    await expect(output(page, "After").getByRole("tabpanel")).toHaveText("Q3-FAULT");
    await ticket.fill("The zip sticks.");
    await page.getByRole("combobox", { name: "Case" }).selectOption("0");
    await expect(ticket).toHaveValue("Where is my order? Tracking has not moved for a week.");
  });
});

test.describe("samples that agree", () => {
  const agreement = (page: Page, side: "Before" | "After") =>
    output(page, side).getByRole("region", { name: new RegExp(`^${side} Agreement`) });

  test("[LS15] each side says how many agree, with a table, and warns of the majority", async ({ page }) => {
    await open(page, "/lessons/majority");
    await runAndName(page);
    await expect(agreement(page, "Before")).toContainText("3 of 5 samples say 7.");
    await expect(agreement(page, "Before")).toContainText("compares the whole answer");
    const after = agreement(page, "After");
    await expect(after).toContainText("4 of 5 samples say 7.");
    await expect(after).toContainText("what stands in <answer>");
    await expect(after).toContainText("A majority can still be wrong.");
    await expect(after.getByRole("row")).toHaveText([/Answer\s*Samples/, /7\s*4 of 5/, /4\s*1 of 5/]);
  });

  test("[LS14] [LS15] prose has no majority until a rule is named, and the rule stays", async ({ page }) => {
    await open(page, "/lessons/poem");
    await runAndName(page);
    await expect(page.getByText("A majority can still be wrong.")).toHaveCount(0);
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByRole("combobox", { name: "Agreement compares" }).selectOption("last-line");
    await expect(agreement(page, "After")).toContainText(/samples say|No majority/);
    await page.reload();
    await expect(agreement(page, "After")).toContainText("compares the last line");
  });
});

test("[LS16] examples are added, written, moved and removed with the keyboard alone", async ({ page }) => {
  await open(page, "/lessons/few-shot");
  const after = page.getByRole("group", { name: "After", exact: true });
  const input = (number: number) => after.getByRole("textbox", { name: `Example ${number}, input` });
  const button = (name: string) => after.getByRole("button", { name, exact: true });
  await expect(input(4)).toHaveValue("Do you have the fleece in XL?");
  await button("Move example 4 up").press("Enter");
  await expect(input(3)).toHaveValue("Do you have the fleece in XL?");
  await expect(button("Move example 3 up")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(input(1)).toHaveValue("Do you have the fleece in XL?");
  await expect(button("Move example 1 up")).toBeDisabled();
  await expect(button("Move example 1 down")).toBeFocused();
  await expect(after.getByText("Example 2 is now example 1 of 4.")).toBeAttached();

  await button("Add example").press("Enter");
  await expect(input(5)).toBeFocused();
  await page.keyboard.type("Where is my refund?");
  await page.keyboard.press("Tab");
  await page.keyboard.type("R1-REFUND");
  await after.getByRole("radio", { name: "As sent" }).check();
  await expect(after).toContainText(
    /Do you have the fleece in XL\?.*The zip broke.*Where is my refund\?.*R1-REFUND/s,
  );
  await after.getByRole("radio", { name: "Parts" }).check();
  await button("Remove example 5").press("Enter");
  await expect(input(4)).toBeFocused();
  for (let count = 4; count < 20; count += 1) await button("Add example").press("Enter");
  await expect(button("Add example")).toHaveCount(0);
  await expect(after.getByText("20 examples are the most a prompt takes.")).toBeVisible();
});

test.describe("on paper", () => {
  test("[LS13] a hand-out has the prompts as sent, the promises, what to look for and room to write", async ({
    page,
  }) => {
    await page.goto("/lessons/fair-test");
    await page.getByRole("link", { name: "Hand-out" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is it better, or was it lucky?");
    const paper = page.getByRole("article");
    for (const words of ["Before", "After", "Placebo", "very important to my career", "40 to 60 words"]) {
      await expect(paper.getByText(words).first()).toBeVisible();
    }
    for (const words of ["What did you see?", "Your prompt", "Scree Boots, vegan leather, $139"]) {
      await expect(paper.getByText(words)).toBeVisible();
    }
    await expect(paper.getByRole("columnheader", { name: "product" })).toBeVisible();
    await expect(paper.getByRole("columnheader", { name: "price" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Print" })).toBeVisible();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await expect(page.getByRole("banner")).toBeHidden();
    await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
    const ink = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return { backgroundColor, color };
    });
    expect(ink).toEqual({ backgroundColor: "rgb(255, 255, 255)", color: "rgb(29, 28, 26)" });
  });

  test("[LS13] all of them on one page, each with its prompts and its task", async ({ page }) => {
    await page.goto("/lessons");
    await page.getByRole("link", { name: "all hand-outs to print" }).click();
    await expect(page.getByRole("heading", { level: 2 })).toHaveText(LESSONS.map(({ title }) => title));
    for (const { title, exercise, comparison } of LESSONS) {
      const paper = page.getByRole("article", { name: title, exact: true });
      await expect(paper.getByText(exercise.prompt).first()).toBeVisible();
      await expect(paper.getByText("User message")).toHaveCount(comparison.variants.length);
    }
  });
});

test("[LS18] every strategy and every template opens its pair, ready to run", async ({ page }) => {
  for (const [list, key] of [
    ["/strategies", "strategy"],
    ["/templates", "template"],
  ] as const) {
    await page.goto(list);
    const links = page.locator(`main a[href^="/?${key}="]`);
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    expect(hrefs.length).toBeGreaterThanOrEqual(11);
    for (const href of hrefs) {
      const html = await (await page.request.get(href)).text();
      expect(html, href).not.toContain("Generate a poem about nature.");
    }
    await links.first().click();
    await expect(run(page)).toBeEnabled();
    await expect(page.getByRole("group", { name: "After", exact: true })).toBeVisible();
  }
});

for (const width of [320, 1280]) {
  test(`[LS17] [R59] no page of the lessons has a violation or scrolls sideways at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ["/lessons", "/lessons/role/print", "/strategies", "/templates", "/why"]) {
      await page.goto(path);
      await expectNoViolationsInAnyLook(page);
    }
  });

  test(`[LS17] [R59] no state of a lesson has a violation or scrolls sideways at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, "/lessons/fair-test");
    await expectNoViolationsInAnyLook(page);
    await page.getByRole("button", { name: /^(Read|Hide) the lesson$/ }).click();
    await expectNoViolationsInAnyLook(page);
    await run(page).click();
    await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
    await expectNoViolationsInAnyLook(page);
    await expect(page.getByText(/^Last run: /)).toBeAttached({ timeout: 60_000 });
    await expect(page.getByRole("region", { name: "All variants" })).toBeVisible();
    await expectNoViolationsInAnyLook(page);
    await open(page, "/lessons/majority");
    await runAndName(page);
    await expect(
      page.getByText("A majority can still be wrong.").filter({ visible: true }).first(),
    ).toBeVisible();
    await expectNoViolationsInAnyLook(page);
  });
}

test("[LS17] all hand-outs on one page have no violation", async ({ page }) => {
  await page.goto("/lessons/print");
  await expectNothingSticksOut(page);
  await expectNoViolations(page);
});
