import { shareEnvironment } from "./environment.ts";
import { startServers } from "./servers.ts";

/** Runs once before all end-to-end tests; what it returns runs after them. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const servers = await startServers();
  shareEnvironment(servers.environment);
  return servers.stop;
}
