import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { toolEnvironment } from "./run-command.ts";

const NEXT = "node_modules/next/dist/bin/next";
const START_TIMEOUT_MS = 60_000;
const POLL_MS = 50;
/** A server lets its open runs finish for up to 20 s and has gone after 25 s; it is not waited for longer than this. */
const STOP_GRACE_MS = 30_000;

export interface AppServer {
  /** Address for a browser on this machine, without a trailing slash. */
  url: string;
  /** Resolves with the exit code when the server has ended, for whatever reason. */
  ended: Promise<number>;
  /** Asks the server to end and makes it end after 30 s. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface AppServerOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  env?: Record<string, string>;
  /** Receives what the server writes once it is ready. Without it, that goes nowhere. */
  onOutput?: (text: string) => void;
}

/** Serves the build in `.next`. Resolves when it answers; rejects with what it wrote when it does not. */
export async function startAppServer(options: AppServerOptions): Promise<AppServer> {
  const port = options.port === 0 ? await freePort(options.host) : options.port;
  const child = spawn(process.execPath, [NEXT, "start", "-H", options.host, "-p", String(port)], {
    env: toolEnvironment({
      NODE_ENV: "production",
      ...options.env,
      HOST: options.host,
      PORT: String(port),
    }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number>((resolve) => {
    child.once("close", (code) => resolve(code ?? 1));
  });
  let ready = false;
  let early = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      if (ready) options.onOutput?.(text);
      else early += text;
    });
  }
  const url = `http://${localName(options.host)}:${port}`;
  try {
    await untilItAnswers(`${url}/api/health/live`, child);
  } catch (cause) {
    child.kill("SIGKILL");
    throw new Error(`The server did not start.\n${early}`, { cause });
  }
  ready = true;
  return { url, ended, stop: (signal = "SIGTERM") => stop(child, ended, signal) };
}

/** A port that nobody listens on right now. */
export function freePort(host = "127.0.0.1"): Promise<number> {
  return probePort(host, 0);
}

/** Listens for a moment. Resolves with the port; rejects with Node's own error (EADDRINUSE, EACCES, …). */
export function probePort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      const taken = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}

/** How a browser on this machine calls a server that listens on `host`. */
export function localName(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/** Asks until an answer has a status that will do, for 60 s; rejects at once when the process has ended. */
export async function untilItAnswers(
  url: string,
  child: ChildProcess,
  willDo: (status: number) => boolean = (status) => status === 200,
): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    const answered = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      (response) => willDo(response.status),
      () => false,
    );
    if (answered) return;
    await wait(POLL_MS);
  }
  throw new Error(`no answer within ${START_TIMEOUT_MS / 1000} s`);
}

async function stop(child: ChildProcess, ended: Promise<number>, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_GRACE_MS);
  await ended;
  clearTimeout(timer);
}
