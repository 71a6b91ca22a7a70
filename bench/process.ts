import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { untilItAnswers } from "../scripts/app-server.ts";

export const ROOT = path.join(import.meta.dirname, "..");

/** Starts a program of this project in a process of its own; resolves when `address` answers, whatever it says. */
export async function startProcess(
  command: string[],
  options: { env?: Record<string, string>; cwd?: string; address: string },
): Promise<ChildProcess> {
  const child = spawn(process.execPath, command, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...options.env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await untilItAnswers(options.address, child, () => true);
  } catch (cause) {
    child.kill("SIGKILL");
    throw new Error(`${command.join(" ")} did not start.`, { cause });
  }
  return child;
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
