import { expect, test } from "vitest";
import { createGate } from "./gate.server.ts";

const never = new AbortController().signal;

test("[RS6] a key has as many calls open as it has places, and the next enters when one leaves", async () => {
  const gate = createGate(2);
  const first = await gate.enter("k", never);
  await gate.enter("k", never);
  let entered = false;
  const third = gate.enter("k", never).then((leave) => {
    entered = true;
    return leave;
  });
  await Promise.resolve();
  expect(entered).toBe(false);
  first();
  await third;
  expect(gate.occupancy("k")).toEqual({ inUse: 2, allowed: 2 });
});

test("[RS6] 429 halves the places, down to one; each success gives one back", () => {
  const gate = createGate(8);
  gate.slowDown("k", performance.now());
  expect(gate.occupancy("k").allowed).toBe(4);
  for (let times = 0; times < 5; times += 1) gate.slowDown("k", performance.now());
  expect(gate.occupancy("k").allowed).toBe(1);
  for (let times = 0; times < 20; times += 1) gate.speedUp("k");
  expect(gate.occupancy("k").allowed).toBe(8);
});

test("[RS6] one burst of refusals halves the places once, not once a call", () => {
  const gate = createGate(64);
  const sentAtMs = performance.now();
  for (let calls = 0; calls < 8; calls += 1) gate.slowDown("k", sentAtMs);
  expect(gate.occupancy("k").allowed).toBe(32);
});

test("[R35] who stops while waiting leaves the queue at once and takes no place", async () => {
  const gate = createGate(1);
  const leave = await gate.enter("k", never);
  const controller = new AbortController();
  const waiting = gate.enter("k", controller.signal);
  controller.abort(new Error("stopped"));
  await expect(waiting).rejects.toThrow("stopped");
  leave();
  expect(gate.occupancy("k").inUse).toBe(0);
});

test("leaving twice frees one place", async () => {
  const gate = createGate(2);
  const leave = await gate.enter("k", never);
  await gate.enter("k", never);
  leave();
  leave();
  expect(gate.occupancy("k").inUse).toBe(1);
});

test("keys do not wait for each other", async () => {
  const gate = createGate(1);
  await gate.enter("a", never);
  await gate.enter("b", never);
  expect(gate.occupancy("b").inUse).toBe(1);
});
