import { createElement } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { drawable } from "#lib/sharing/card.ts";
import { pictureOf } from "./card-picture.server.ts";

afterEach(() => vi.restoreAllMocks());

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A line of text as the card has it. */
function lineOf(text: string) {
  return createElement(
    "div",
    { style: { display: "flex", width: "100%", height: "100%", flexWrap: "wrap", fontFamily: "Inter" } },
    text,
  );
}

/** Every character that `drawable` lets through. */
function drawnCharacters(): string[] {
  return Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
    (char) => char.trim() !== "" && drawable(char, 10, "") === char,
  );
}

test("[SL12][R12] every character that a picture may hold is drawn without asking any other server", async () => {
  const asked: string[] = [];
  const { fetch } = globalThis;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    // The renderer's own code comes as a data address; anything else would leave this machine.
    if (String(input).startsWith("data:")) return fetch(input, init);
    asked.push(String(input));
    throw new Error("the picture asked for something");
  });
  const characters = drawnCharacters();
  expect(characters.length).toBeGreaterThan(300);
  const picture = new Uint8Array(await pictureOf("all", () => lineOf(characters.join(" "))));
  expect([...picture.slice(0, 8)]).toEqual(PNG);
  const size = new DataView(picture.buffer);
  expect([size.getUint32(16), size.getUint32(20)]).toEqual([1200, 630]);
  expect(asked).toEqual([]);
});

test("the same picture is drawn once, whoever asks for it", async () => {
  const drawing = vi.fn(() => lineOf("A poem about nature"));
  const pictures = await Promise.all([pictureOf("one", drawing), pictureOf("one", drawing)]);
  expect(pictures[0]).toBe(pictures[1]);
  expect(drawing).toHaveBeenCalledTimes(1);
});
