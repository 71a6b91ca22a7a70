import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AppError } from "#lib/base/errors.ts";
import { slowJson } from "./slow-json.server.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("[IP18] line breaks come while the answer is awaited, and the whole is one JSON value", async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const response = slowJson(promise, "owner=x");
  await vi.advanceTimersByTimeAsync(31_000);
  resolve({ text: "done\n" });
  const body = await response.text();
  expect(body).toBe('\n\n\n{"text":"done\\n"}');
  expect(JSON.parse(body)).toEqual({ text: "done\n" });
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(response.headers.get("set-cookie")).toBe("owner=x");
  expect(vi.getTimerCount()).toBe(0);
});

test("[IP18] what fails after the status was sent comes as the usual error", async () => {
  const known = slowJson(Promise.reject(new AppError("shutting-down", "Try again in a moment.")), null);
  expect(await known.json()).toEqual({ error: { code: "shutting-down", message: "Try again in a moment." } });
  expect(vi.getTimerCount()).toBe(0);
});

test("[IP15][IP18] a reader that leaves ends the line breaks, and a late answer is no error", async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  await slowJson(promise, null).body?.cancel();
  expect(vi.getTimerCount()).toBe(0);
  resolve({});
  await promise;
});
