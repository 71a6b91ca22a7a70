import { readFile } from "node:fs/promises";
import { createElement } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { drawable } from "#lib/sharing/card.ts";
import { pictureOf } from "./card-picture.server.ts";

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return { ...real, readFile: vi.fn(real.readFile) };
});

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

// First of all: a font that was read once is not read again.
test("a picture whose fonts could not be read is drawn when it is asked for again", async () => {
  vi.mocked(readFile).mockRejectedValueOnce(new Error("too many open files"));
  await expect(pictureOf("again", () => lineOf("A poem"))).rejects.toThrow("too many open files");
  expect((await pictureOf("again", () => lineOf("A poem"))).byteLength).toBeGreaterThan(1_000);
});

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

test("pictures are drawn one after the other, and one that fails holds up no other", async () => {
  const order: string[] = [];
  const asked = (key: string, drawing: () => ReturnType<typeof lineOf>) => {
    const picture = pictureOf(key, () => {
      order.push(`${key} begins`);
      return drawing();
    });
    return picture.then(
      () => order.push(`${key} ends`),
      () => order.push(`${key} fails`),
    );
  };
  await Promise.all([
    asked("a", () => lineOf("One")),
    asked("b", () => {
      throw new Error("no drawing");
    }),
    asked("c", () => lineOf("Three")),
  ]);
  expect(order).toEqual(["a begins", "a ends", "b begins", "b fails", "c begins", "c ends"]);
});
