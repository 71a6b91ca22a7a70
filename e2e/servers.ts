import { appendFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AppServer, startAppServer } from "../scripts/app-server.ts";
import type { E2eEnvironment } from "./environment.ts";
import { startFakeProvider } from "./fake-provider.ts";

export interface Servers {
  environment: E2eEnvironment;
  stop(): Promise<void>;
}

/** Keys with a mark that can be searched for wherever a key must not be. */
const OPENAI_KEY = "sk-test-CANARY-openai-5f2c9d1e7b";
const ANTHROPIC_KEY = "sk-ant-test-CANARY-anthropic-8a3e6c0d4f";

/**
 * Starts the fake provider and the built app twice, each on a free port with a data folder of its own: in local
 * mode with both keys set, and in hosted mode. Their output goes to a log file.
 */
export async function startServers(): Promise<Servers> {
  const folder = await mkdtemp(join(tmpdir(), "afterprompt-e2e-"));
  const logFile = join(folder, "app.log");
  const fake = await startFakeProvider();
  const running: AppServer[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
    await fake.close();
    await rm(folder, { recursive: true, force: true });
  };
  const startApp = async (dataFolder: string, env: Record<string, string>): Promise<AppServer> => {
    const server = await startAppServer({
      host: "127.0.0.1",
      port: 0,
      env: {
        ...NO_KEYS,
        DATA_DIR: join(folder, dataFolder),
        OPENAI_API_KEY: OPENAI_KEY,
        OPENAI_BASE_URL: fake.openaiUrl,
        ANTHROPIC_API_KEY: ANTHROPIC_KEY,
        // The Anthropic SDK adds /v1/messages itself.
        ANTHROPIC_BASE_URL: fake.url,
        ALLOWED_LLM_HOSTS: fake.host,
        ...env,
      },
      onOutput: (text) => appendFileSync(logFile, text),
    });
    running.push(server);
    return server;
  };
  try {
    const local = await startApp("local", { AFTERPROMPT_MODE: "local" });
    const hosted = await startApp("hosted", HOSTED);
    const environment: E2eEnvironment = {
      appUrl: local.url,
      hostedUrl: hosted.url,
      hostedOrigin: HOSTED.PUBLIC_ORIGIN,
      fakeUrl: fake.url,
      openaiKey: OPENAI_KEY,
      anthropicKey: ANTHROPIC_KEY,
      dataDir: join(folder, "local"),
      logFile,
    };
    return { environment, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const HOSTED = {
  AFTERPROMPT_MODE: "hosted",
  PUBLIC_ORIGIN: "https://afterprompt.example",
  SESSION_SECRET: "a-secret-for-tests-of-at-least-32-characters",
};

/** What the person who runs the tests has set for other providers must not reach them. */
const NO_KEYS = Object.fromEntries(
  Object.keys(process.env)
    .filter((name) => /_(API_KEY|BASE_URL)$|^OLLAMA_HOST$|^DATABASE_URL$/.test(name))
    .map((name) => [name, ""]),
);
