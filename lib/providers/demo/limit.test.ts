import { expect, test } from "vitest";
import { limited } from "./limit.ts";

test("a text within its limits is whole and complete", () => {
  expect(limited("one two", { maxTokens: 2 })).toEqual({ text: "one two", ending: "complete" });
});

test("maxTokens cuts at four characters a token and ends as length", () => {
  expect(limited("abcdefghij", { maxTokens: 2 })).toEqual({ text: "abcdefgh", ending: "length" });
});

test("a cut never halves a character", () => {
  expect(limited("abc😀def", { maxTokens: 1 })).toEqual({ text: "abc", ending: "length" });
});

test("a stop sequence ends the text before it, as complete, the earliest one first", () => {
  expect(limited("one. two! three", { stop: ["!", "."] })).toEqual({ text: "one", ending: "complete" });
});

test("a stop sequence at the very start leaves nothing, which is the ending empty", () => {
  expect(limited("one", { stop: ["o"] })).toEqual({ text: "", ending: "empty" });
});
