import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectNoViolationsInAnyLook } from "./no-violations.ts";
import { openAndRun, output, run, showContract, votes } from "./playground-page.ts";

const sunrise = /A golden light first kisses the water/;

async function openVotes(page: Page): Promise<void> {
  await openAndRun(page);
  await showContract(page);
}

/** Presses the key for the text of After, of Before, or the key given; the bundled poems tell which is which. */
async function pressFor(page: Page, wanted: "after" | "before" | "3" | "4"): Promise<void> {
  const left = (await votes(page).getByRole("article", { name: "First text" }).textContent()) ?? "";
  const afterIsLeft = sunrise.test(left);
  const key = wanted === "3" || wanted === "4" ? wanted : (wanted === "after") === afterIsLeft ? "1" : "2";
  await page.keyboard.press(key);
}

test("[BV3][BV4][BV9][BV10][R60] a whole vote by keyboard: sides hidden, revealed after each, tallied at the end", async ({
  page,
}) => {
  await openVotes(page);
  await expect(votes(page)).toContainText("this is practice");
  await votes(page).getByRole("button", { name: "Vote blind" }).focus();
  await page.keyboard.press("Enter");
  const panel = votes(page).getByRole("group", { name: /Which one is better overall\?.*Vote 1 of 5/ });
  await expect(panel).toBeFocused();
  await expect(votes(page)).not.toContainText(/Before|After/);
  await expect(output(page, "Before").getByRole("tabpanel")).toHaveCount(0);
  const next = votes(page).getByRole("button", { name: "Next pair" });
  for (const [wanted, words] of [
    ["after", "You preferred After."],
    ["before", "You preferred Before."],
    ["3", "A tie."],
    ["4", "Both bad: no preference."],
  ] as const) {
    await pressFor(page, wanted);
    await expect(votes(page)).toContainText(words);
    await expect(next).toBeFocused();
    await expect(votes(page).getByRole("article", { name: "After" })).toContainText(sunrise);
    await expect(votes(page).getByRole("article", { name: "Before" })).not.toContainText(sunrise);
    await page.keyboard.press("Enter");
    await expect(next).toHaveCount(0);
  }
  await pressFor(page, "after");
  await votes(page).getByRole("button", { name: "Show the result" }).press("Enter");
  const sentence = votes(page).getByRole("heading", { level: 2 });
  await expect(sentence).toBeFocused();
  await expect(sentence).toHaveText("You preferred After in 2 of 5 votes, Before in 1.");
  await expect(
    votes(page)
      .getByRole("listitem")
      .filter({ hasText: /^both bad 1$/ }),
  ).toHaveCount(1);
  await expect(votes(page)).toContainText("A share is worked out from 10 votes on; so far 5.");
  await expect(votes(page)).toContainText("One voter.");
  await expect(output(page, "Before").getByRole("tabpanel")).toBeVisible();
});

test("[BV3] before the vote nothing but the words tells the two texts apart", async ({ page }) => {
  await openVotes(page);
  await votes(page).getByRole("button", { name: "Vote blind" }).click();
  const looks = await votes(page)
    .getByRole("article")
    .evaluateAll((texts) =>
      texts.map((text) => {
        const { color, backgroundColor, borderTopColor, fontFamily, fontSize, padding } =
          getComputedStyle(text);
        const around = text.parentElement?.cloneNode(true) as HTMLElement;
        around.querySelector("article")?.replaceChildren();
        const markup = around.innerHTML.replace(/First|Second|Left|Right/g, "");
        return { color, backgroundColor, borderTopColor, fontFamily, fontSize, padding, markup };
      }),
    );
  expect(looks).toHaveLength(2);
  expect(looks[0]).toEqual(looks[1]);
});

test("[BV5] a vote can be taken back, and what is cast again says that its sides were known", async ({
  page,
}) => {
  await openVotes(page);
  await votes(page).getByRole("button", { name: "Vote blind" }).click();
  await page.keyboard.press("1");
  await expect(votes(page)).toContainText("You preferred");
  await page.keyboard.press("Backspace");
  await expect(votes(page)).toContainText("You have seen which side is which here.");
  await expect(votes(page).getByRole("button", { name: "Left is better" })).toBeVisible();
  for (let vote = 0; vote < 5; vote += 1) {
    await page.keyboard.press("3");
    await page.keyboard.press("Enter");
  }
  await expect(votes(page).getByRole("heading", { level: 2 })).toHaveText("You preferred neither side.");
  await expect(votes(page)).toContainText("1 vote was cast after the sides had been shown.");
});

test("[BV6][BV7] a second voter sees nothing of the first, and then there is a share with its interval", async ({
  page,
}) => {
  await openVotes(page);
  await votes(page).getByRole("button", { name: "Vote blind" }).click();
  for (const wanted of ["after", "after", "after", "before", "3"] as const) {
    await pressFor(page, wanted);
    await page.keyboard.press("Enter");
  }
  await votes(page).getByRole("button", { name: "Next voter" }).click();
  await expect(votes(page).getByRole("heading", { name: "Voter 2, it is your turn." })).toBeVisible();
  await expect(votes(page)).not.toContainText(/preferred|Before|After/);
  await page.keyboard.press("Enter");
  for (const wanted of ["after", "after", "after", "after", "after"] as const) {
    await pressFor(page, wanted);
    await page.keyboard.press("Enter");
  }
  await expect(votes(page).getByRole("heading", { level: 2 })).toHaveText(
    "2 voters preferred After in 8 of 10 votes, Before in 1.",
  );
  await expect(votes(page)).toContainText(
    /After is preferred in about \d+\s% \(95\s% interval over voters: \d+\s% to \d+\s%\)/,
  );
});

test("[BV8] votes are there after a reload, and those on another run's texts are not counted", async ({
  page,
}) => {
  await openVotes(page);
  await votes(page).getByRole("button", { name: "Vote blind" }).click();
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await page.keyboard.press("2");
  await expect(votes(page)).toContainText("You preferred");
  await page.reload();
  await expect(votes(page)).toContainText("3 of 5 votes left");
  await page.getByRole("textbox", { name: "Before prompt" }).fill("Write one line about rain.");
  await run(page).click();
  await expect(votes(page)).toContainText("5 votes");
  await expect(votes(page)).not.toContainText("left");
});

test("[BV4] several questions on a pair: the sides stay hidden until the last", async ({ page }) => {
  await openVotes(page);
  await votes(page)
    .getByRole("checkbox", { name: /^tone:/ })
    .check();
  await votes(page).getByRole("button", { name: "Vote blind" }).click();
  await page.keyboard.press("1");
  await expect(
    votes(page).getByRole("group", { name: /sounds more joyful, healing\?.*Vote 2 of 10/ }),
  ).toBeFocused();
  await expect(votes(page)).not.toContainText(/Before|After/);
  await page.keyboard.press("2");
  await expect(votes(page).getByRole("button", { name: "Next pair" })).toBeFocused();
});

test("[BV9] keys outside of the panel vote on nothing", async ({ page }) => {
  await openVotes(page);
  await votes(page).getByRole("button", { name: "Vote blind" }).click();
  await page.getByRole("textbox", { name: "Before prompt" }).click();
  await page.keyboard.type("1234");
  await expect(page.getByRole("textbox", { name: "Before prompt" })).toHaveValue(/1234/);
  await expect(votes(page).getByRole("button", { name: "Left is better" })).toBeVisible();
  await expect(votes(page)).not.toContainText("preferred");
});

for (const width of [320, 1280]) {
  test(`[R59] no state of the vote has a violation or scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openVotes(page);
    await expect(votes(page)).toBeVisible();
    await expectNoViolationsInAnyLook(page);
    await votes(page).getByRole("button", { name: "Vote blind" }).click();
    await expectNoViolationsInAnyLook(page);
    await page.keyboard.press("1");
    await expectNoViolationsInAnyLook(page);
    for (let vote = 0; vote < 4; vote += 1) {
      await page.keyboard.press("Enter");
      await page.keyboard.press("2");
    }
    await page.keyboard.press("Enter");
    await expect(votes(page).getByRole("heading", { level: 2 })).toContainText("preferred");
    await expectNoViolationsInAnyLook(page);
    await votes(page).getByRole("button", { name: "Next voter" }).click();
    await expectNoViolationsInAnyLook(page);
  });
}
