import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, resolve } from "node:path";

export interface CommandResult {
  /** Exit code; 128 + the signal's number when a signal ended it, as shells have it. */
  code: number;
  /** Standard output and standard error in the order they came. Empty when `show` sent them to the terminal. */
  output: string;
  timedOut: boolean;
}

export interface CommandOptions {
  env?: Record<string, string>;
  /** The command and everything it started is killed after this long, ms. */
  timeoutMs?: number;
  /** Straight to the terminal instead of into `output`. */
  show?: boolean;
}

/** The environment that our tools run in: no telemetry, and the project's own binaries (Node 24 first). */
export function toolEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: [resolve("node_modules/.bin"), process.env.PATH].join(delimiter),
    NEXT_TELEMETRY_DISABLED: "1",
    ...extra,
  };
}

/** Runs a program to its end. Rejects only when it cannot be started at all. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolveResult, reject) => {
    // A group of its own, so that a timeout or Ctrl+C ends browsers and workers too.
    const child = spawn(command, args, {
      env: toolEnvironment(options.env),
      stdio: options.show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));

    const killGroup = () => {
      if (child.pid === undefined || child.exitCode !== null) return;
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {
        // It ended between the look and the kill.
      }
    };
    const interrupt = () => {
      killGroup();
      process.exit(130);
    };
    process.once("SIGINT", interrupt);
    process.once("SIGTERM", interrupt);
    let timedOut = false;
    const timer = setTimeout(
      () => {
        timedOut = true;
        killGroup();
      },
      options.timeoutMs ?? 2 ** 31 - 1,
    );

    const settle = () => {
      clearTimeout(timer);
      process.off("SIGINT", interrupt);
      process.off("SIGTERM", interrupt);
    };
    child.once("error", (error) => {
      settle();
      reject(error);
    });
    child.once("close", (code, signal) => {
      settle();
      const ended = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
      resolveResult({ code: ended, output: Buffer.concat(chunks).toString("utf8"), timedOut });
    });
  });
}
