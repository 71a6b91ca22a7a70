/** Where the servers of the end-to-end tests are; the global setup starts them and hands this to every worker. */
export interface E2eEnvironment {
  /** The app in local mode. */
  appUrl: string;
  /** The app in hosted mode, for tests of its routes; pages of it expect to be opened at `hostedOrigin`. */
  hostedUrl: string;
  hostedOrigin: string;
  /** The fake provider, without a path. */
  fakeUrl: string;
  openaiKey: string;
  anthropicKey: string;
  /** Data folder of the app in local mode. */
  dataDir: string;
  /** What both apps wrote. */
  logFile: string;
}

const VARIABLE = "AFTERPROMPT_E2E";

export function shareEnvironment(environment: E2eEnvironment): void {
  process.env[VARIABLE] = JSON.stringify(environment);
}

/** Read in a worker; throws outside of a test run. */
export function e2eEnvironment(): E2eEnvironment {
  const shared = process.env[VARIABLE];
  if (shared === undefined) throw new Error("No servers: run the end-to-end tests with npm run e2e");
  return JSON.parse(shared);
}
