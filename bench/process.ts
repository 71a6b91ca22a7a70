import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";

export const ROOT = path.join(import.meta.dirname, "..");

/** Starts a program of this project in a process of its own; resolves when `address` answers. */
export async function startProcess(
  command: string[],
  options: { env?: Record<string, string>; cwd?: string; address: string },
): Promise<ChildProcess> {
  const child = spawn(process.execPath, command, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...options.env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${command.join(" ")} ended with ${child.exitCode}`);
    if (await answers(options.address)) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${options.address} does not answer`);
}

async function answers(address: string): Promise<boolean> {
  try {
    await fetch(address, { signal: AbortSignal.timeout(1_000) });
    return true;
  } catch {
    return false;
  }
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** CPU that a process and all below it have used, ms (user + system), read from /proc (Linux). */
export function cpuMs(pid: number): number {
  const own = statOf(pid);
  if (own === null) return 0;
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = statOf(Number(name));
      return stat?.parent === pid ? [Number(name)] : [];
    });
  return own.ticks * 10 + children.reduce((sum, child) => sum + cpuMs(child), 0);
}

/** utime and stime in clock ticks of 10 ms (proc(5), fields 14 and 15), and the parent's pid (field 4). */
function statOf(pid: number): { ticks: number; parent: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return { ticks: Number(fields[11]) + Number(fields[12]), parent: Number(fields[1]) };
  } catch {
    return null;
  }
}
