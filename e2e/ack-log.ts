import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { AppServer } from "../scripts/app-server.ts";
import type { OwnApp } from "./own-app.ts";
import { poemRun, type WireEvent } from "./run-api.ts";

/** What a client was told of one run before the server was gone. */
export interface RunLog {
  runId: string;
  /** Texts of the samples whose end arrived, by cell. */
  acknowledged: Map<string, string>;
  /** Set when the run's own end arrived. */
  status: string | null;
}

export interface AckRound {
  logs: RunLog[];
  /** From the restart to the first answer, ms. */
  restartMs: number;
  /** What is missing or different, in words; empty when everything that was told is there. */
  problems: string[];
}

const RUNS = 4;
const SAMPLES = 10;

/**
 * Starts runs, notes every end that arrives, kills the server at a random moment, starts it again on the same
 * data and asks for everything that it had told. Answers the round and the server that runs now.
 */
export async function ackRound(app: OwnApp, server: AppServer): Promise<AckRound & { server: AppServer }> {
  const logs: RunLog[] = [];
  const killAfter = randomInt(1, RUNS * SAMPLES * 2);
  const enough = Promise.withResolvers<void>();
  let acknowledged = 0;
  const reading = Array.from({ length: RUNS }, () =>
    follow(server.url, logs, () => {
      acknowledged += 1;
      if (acknowledged >= killAfter) enough.resolve();
    }).catch(() => undefined),
  );
  await Promise.race([enough.promise, Promise.all(reading)]);
  // Somewhere within what happens next: between a write and its telling, too.
  await wait(randomInt(0, 30));
  await server.stop("SIGKILL");
  await Promise.all(reading);
  const before = performance.now();
  const next = await app.start();
  const restartMs = performance.now() - before;
  const problems = (await Promise.all(logs.map((log) => compare(next.url, log)))).flat();
  return { logs, restartMs, problems, server: next };
}

async function follow(appUrl: string, logs: RunLog[], onEnd: () => void): Promise<void> {
  const response = await fetch(`${appUrl}/api/runs`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
    body: JSON.stringify(poemRun({ provider: "openai", model: "fake/slow-tokens-5" }, SAMPLES)),
  });
  const log: RunLog = { runId: "", acknowledged: new Map(), status: null };
  logs.push(log);
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of response.body ?? []) {
    rest += decoder.decode(chunk, { stream: true });
    const blocks = rest.split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) take(eventOf(block), log, onEnd);
  }
}

function eventOf(block: string): Pick<WireEvent, "event" | "data"> | null {
  const field = (name: string) =>
    block
      .split("\n")
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const event = field("event");
  return event === undefined ? null : { event, data: JSON.parse(field("data") ?? "null") };
}

function take(told: ReturnType<typeof eventOf>, log: RunLog, onEnd: () => void): void {
  if (told === null) return;
  const { event, data } = told;
  if (event === "run-start") log.runId = String(data.runId);
  if (event === "run-end") log.status = String(data.status);
  if (event !== "sample-end") return;
  log.acknowledged.set(`${data.variant}/${data.case}/${data.sample}`, String(data.text));
  onEnd();
}

async function compare(appUrl: string, { runId, acknowledged, status }: RunLog): Promise<string[]> {
  // The connection was cut before the first event: nothing was told.
  if (runId === "") return [];
  const response = await fetch(`${appUrl}/api/runs/${runId}`);
  if (!response.ok) return [`${runId}: ${response.status}`];
  const run: { status: string; samples: { variant: string; case: string; sample: number; text: string }[] } =
    await response.json();
  const kept = new Map(run.samples.map((end) => [`${end.variant}/${end.case}/${end.sample}`, end.text]));
  const problems = [...acknowledged]
    .filter(([cell, text]) => kept.get(cell) !== text)
    .map(([cell]) => `${runId}: ${cell} was told and ${kept.has(cell) ? "is different" : "is missing"}`);
  // What was finished and not told yet may be either.
  const fits = status === null ? ["interrupted", "complete"].includes(run.status) : run.status === status;
  return fits ? problems : [...problems, `${runId}: is ${run.status}, was told as ${status ?? "going on"}`];
}
