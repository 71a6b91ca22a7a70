import { expect, test } from "vitest";
import { MAX_CONSTRAINTS } from "#lib/base/limits.ts";
import { recognise } from "#lib/prompt/recognise.ts";
import { switchWords } from "./switch-words.ts";

const TOO_MANY =
  "The text held more rules than the 40 that a prompt takes: those that did not fit are kept as text, unchecked.";
const sentences = (count: number) =>
  Array.from({ length: count }, (_, at) => `Mention the word “item${at}”.`).join(" ");
const section = (count: number) =>
  `Write a poem.\n\nRules:\n${Array.from({ length: count }, (_, at) => `- Keep promise number ${at} in mind`).join("\n")}\n`;

test.each([
  ["sentences", sentences],
  ["the lines of one section", section],
])("[RC3] rules that did not fit are told, and stay as text: %s", (_, text) => {
  const fits = recognise(text(MAX_CONSTRAINTS));
  expect(fits.prompt.constraints).toHaveLength(MAX_CONSTRAINTS);
  expect(switchWords("parts", fits)).not.toContain(TOO_MANY);
  const over = recognise(text(MAX_CONSTRAINTS + 3));
  const kept = `${over.prompt.task}\n${over.prompt.extra}`;
  expect(kept).toContain(text === sentences ? "item42" : "promise number 42");
  expect(switchWords("parts", over)).toContain(TOO_MANY);
});

test("a rule that stands there twice takes no room", () => {
  expect(recognise(`${sentences(MAX_CONSTRAINTS)} ${sentences(1)}`).crowded).toBe(false);
});

test("what switching did is said with the names of the parts", () => {
  expect(switchWords("text", { found: [], crowded: false })).toBe("The parts, written out as one text.");
  expect(switchWords("parts", { found: [], crowded: false })).toBe(
    "No parts recognised; all of it is in Task.",
  );
  const found = ["role", "tone", "role"].map((part) => ({ part }));
  expect(switchWords("parts", { found, crowded: false })).toBe(
    "Recognised role and tone. What was not recognised is kept in Task or Extra.",
  );
});
