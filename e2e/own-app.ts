import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AppServer, startAppServer } from "../scripts/app-server.ts";

/** An app of a test's own in local mode, to be killed and started again on the same data. */
export interface OwnApp {
  dataDir: string;
  /** Starts it; resolves when it answers. What it writes is collected in `output`. */
  start(env?: Record<string, string>): Promise<AppServer>;
  output(): string;
  /** Kills what still runs and deletes the data. */
  remove(): Promise<void>;
}

/** `fakeUrl` is the fake provider's address, which stands in for OpenAI. */
export async function ownApp(fakeUrl: string): Promise<OwnApp> {
  const dataDir = await mkdtemp(join(tmpdir(), "afterprompt-own-"));
  const started: AppServer[] = [];
  let output = "";
  return {
    dataDir,
    output: () => output,
    async start(env = {}) {
      const server = await startAppServer({
        host: "127.0.0.1",
        port: 0,
        env: {
          DATA_DIR: dataDir,
          DATABASE_URL: "",
          AFTERPROMPT_MODE: "local",
          OPENAI_API_KEY: "sk-own-app",
          OPENAI_BASE_URL: `${fakeUrl}/v1`,
          ...env,
        },
        onOutput: (text) => {
          output += text;
        },
      });
      started.push(server);
      return server;
    },
    async remove() {
      await Promise.all(started.map((server) => server.stop("SIGKILL")));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
