/**
 * What relaying a streamed token costs the server, beside a Next route with the AI SDK's streamText and one
 * with a plain loop over the openai SDK's iterator, in one run on one machine.
 *
 *   npm run bench relay [-- --seconds 20]
 *
 * Three processes: the fake provider, the server under test, the reader. Only the server's CPU is counted.
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "../scripts/app-server.ts";
import { readStream, type StreamTimes } from "./load-client.ts";
import { cpuMs, ROOT, startProcess } from "./process.ts";

const TOKENS_PER_SECOND = 50;
const { values } = parseArgs({ options: { seconds: { type: "string", default: "20" } } });
const seconds = Number(values.seconds);
const next = path.join(ROOT, "node_modules/next/dist/bin/next");
const peerFolder = path.join(ROOT, "bench/relay-peer");

interface Route {
  label: string;
  url: string;
  pid: number;
  marker: string;
  body(model: string): string;
}

interface Row {
  label: string;
  streams: number;
  microsPerToken: number;
  /** The slowest stream's time from its first text to its end, over the ideal time. */
  slowest: number;
  /** The longest wait for a first text while all streams begin within half a second or so, ms. */
  longestStartMs: number;
}

async function load(route: Route, streams: number): Promise<Row> {
  const tokens = seconds * TOKENS_PER_SECOND;
  const model = `fake/stream-${tokens}x${TOKENS_PER_SECOND}`;
  const before = cpuMs(route.pid);
  const times = await readInOtherProcess(route, route.body(model), streams);
  const cpu = cpuMs(route.pid) - before;
  const idealMs = (tokens / TOKENS_PER_SECOND) * 1_000;
  return {
    label: route.label,
    streams,
    microsPerToken: (cpu * 1_000) / (streams * tokens),
    slowest: Math.max(...times.map(({ firstTextMs, endMs }) => endMs - firstTextMs)) / idealMs,
    longestStartMs: Math.max(...times.map(({ firstTextMs }) => firstTextMs)),
  };
}

function readInOtherProcess(route: Route, body: string, streams: number): Promise<StreamTimes[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [path.join(ROOT, "bench/load-client.ts"), route.url, body, route.marker, String(streams)],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.on("exit", (code) =>
      code === 0 ? resolve(JSON.parse(output)) : reject(new Error(`the reader ended with ${code}`)),
    );
  });
}

/** Median time to the first text over single streams, ms. */
async function firstToken(url: string, body: string, marker: RegExp): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 40; index += 1) times.push((await readStream(url, body, marker)).firstTextMs);
  return times.slice(10).sort((a, b) => a - b)[15] ?? Number.NaN;
}

/** Median time in which the framework answers a route that does nothing: the floor of any route, ms. */
async function emptyRoute(url: string): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 40; index += 1) {
    const sentAt = performance.now();
    await (await fetch(url, { headers: { connection: "close" } })).text();
    times.push(performance.now() - sentAt);
  }
  return times.slice(10).sort((a, b) => a - b)[15] ?? Number.NaN;
}

function runBody(model: string): string {
  return JSON.stringify({
    variants: [{ id: "a", prompt: { kind: "text", text: "Write." }, model: { provider: "openai", model } }],
  });
}

function table(rows: Row[]): string {
  const ours = rows.find(({ label }) => label === "afterprompt");
  return [
    "| route | streams × tokens/s | server CPU a token | ours against it | slowest stream against ideal | longest wait for the first text |",
    "|---|---|---|---|---|---|",
    ...rows.map(
      ({ label, streams, microsPerToken, slowest, longestStartMs }) =>
        `| ${label} | ${streams} × ${TOKENS_PER_SECOND} | ${microsPerToken.toFixed(1)} µs | ${((ours?.microsPerToken ?? Number.NaN) / microsPerToken).toFixed(2)} | ${slowest.toFixed(3)} | ${longestStartMs.toFixed(0)} ms |`,
    ),
  ].join("\n");
}

const [fakePort, appPort, peerPort] = [await freePort(), await freePort(), await freePort()];
const providerUrl = `http://127.0.0.1:${fakePort}/v1`;
const env = { OPENAI_BASE_URL: providerUrl, OPENAI_API_KEY: "sk-bench", PROVIDER_CONCURRENCY: "1000" };

execFileSync(process.execPath, [next, "build"], {
  stdio: "ignore",
  cwd: peerFolder,
  env: { ...process.env, ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
});
const children = await Promise.all([
  startProcess(["e2e/fake-provider.ts", "--port", String(fakePort)], { address: `${providerUrl}/models` }),
  startProcess([next, "start", "-p", String(appPort), "-H", "127.0.0.1"], {
    env: { ...env, DATA_DIR: mkdtempSync(path.join(tmpdir(), "afterprompt-bench-")), PORT: String(appPort) },
    address: `http://127.0.0.1:${appPort}/api/health/live`,
  }),
  startProcess([next, "start", "-p", String(peerPort), "-H", "127.0.0.1"], {
    cwd: peerFolder,
    env,
    address: `http://127.0.0.1:${peerPort}/`,
  }),
]);
try {
  const [, app, peer] = children;
  const ours: Route = {
    label: "afterprompt",
    url: `http://127.0.0.1:${appPort}/api/runs`,
    pid: app?.pid ?? 0,
    marker: "text-delta",
    body: runBody,
  };
  const peers: Route[] = ["ai-sdk", "openai-loop"].map((name) => ({
    label: name === "ai-sdk" ? "AI SDK streamText" : "loop over the openai SDK",
    url: `http://127.0.0.1:${peerPort}/api/${name}`,
    pid: peer?.pid ?? 0,
    marker: name === "ai-sdk" ? "text-delta" : '"text"',
    body: (model) => JSON.stringify({ model }),
  }));
  for (const route of [ours, ...peers]) await load({ ...route }, 20);
  const rows: Row[] = [];
  for (const route of [ours, ...peers]) rows.push(await load(route, 200));
  const wide = await load(ours, 400);

  const direct = await firstToken(
    `${providerUrl}/chat/completions`,
    JSON.stringify({
      model: "fake/stream-3x50",
      stream: true,
      messages: [{ role: "user", content: "Write." }],
    }),
    /"content":"[^"]/,
  );
  const through = await firstToken(ours.url, runBody("fake/stream-3x50"), /text-delta/);
  const empty = await emptyRoute(`http://127.0.0.1:${appPort}/api/health/live`);
  process.stdout.write(
    `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.versions.node}; ${seconds} s a measurement\n\n` +
      `${table(rows)}\n\n` +
      `400 × ${TOKENS_PER_SECOND}: ${wide.microsPerToken.toFixed(1)} µs a token, slowest stream ${wide.slowest.toFixed(3)} of ideal, longest wait for the first text ${wide.longestStartMs.toFixed(0)} ms\n` +
      `first token, one stream, median of 30: ${direct.toFixed(1)} ms direct, ${through.toFixed(1)} ms through the app, ${(through - direct).toFixed(1)} ms added; an empty route answers in ${empty.toFixed(1)} ms\n`,
  );
} finally {
  for (const child of children) child.kill("SIGKILL");
}
