import { expect, test, vi } from "vitest";
import { AppError } from "./errors.ts";

test("an error of another evaluation of the module is known as what it is", async () => {
  vi.resetModules();
  const { AppError: Other } = await import("./errors.ts");
  expect(Other).not.toBe(AppError);
  expect(new Other("not-found", "Gone.") instanceof AppError).toBe(true);
  for (const value of [new Error("x"), new TypeError("x"), { name: "AppError" }, null, "AppError"]) {
    expect(value instanceof AppError).toBe(false);
  }
});
