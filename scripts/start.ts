/** `npm start`: from a clone with its packages installed to a running app. */
import { EnvironmentError, parseEnvironment } from "#lib/env.server.ts";
import { buildApp, isBuilt } from "./app-build.ts";
import { type AppServer, probePort, startAppServer } from "./app-server.ts";
import { endWithNpm } from "./end-with-npm.ts";

const IMPATIENT_MS = 1_000;

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Says what is wrong in one sentence and ends. */
function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readEnvironment(): { host: string; port: number } {
  try {
    return parseEnvironment(process.env);
  } catch (error) {
    if (error instanceof EnvironmentError) giveUp(`Afterprompt did not start: ${error.message}`);
    throw error;
  }
}

/** Why an address cannot be listened on, by Node's error code. */
function addressSentence(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is already in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
    case "EACCES":
      return `Port ${port} needs more rights than you have. Choose one above 1023: PORT=3000 npm start`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST is ${host}, which is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.`;
    default:
      return `Afterprompt cannot listen on ${host} port ${port}: ${String(error)}`;
  }
}

async function build(): Promise<void> {
  print("Building (the first time, and when the sources have changed; about a minute) …");
  const result = await buildApp();
  if (result.code !== 0) giveUp(`${result.output}\nThe build failed; what it wrote is above.`);
}

/** Ends the server with this process. Asking again a second later does not wait for open streams any more. */
function endTogether(server: AppServer): void {
  let askedAt: number | null = null;
  const end = () => {
    const again = askedAt !== null && performance.now() - askedAt > IMPATIENT_MS;
    askedAt ??= performance.now();
    void server.stop(again ? "SIGKILL" : "SIGTERM");
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
}

endWithNpm();
const { host, port } = readEnvironment();
await probePort(host, port).catch((error: unknown) => giveUp(addressSentence(error, host, port)));
if (!(await isBuilt())) await build();
const server = await startAppServer({ host, port, onOutput: (text) => process.stdout.write(text) }).catch(
  (error: unknown) => giveUp(error instanceof Error ? error.message : String(error)),
);
endTogether(server);
print(`Afterprompt is running at ${server.url}`);
process.exitCode = await server.ended;
