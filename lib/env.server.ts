import "server-only";
import { parseHostAndPort } from "#lib/providers/address.ts";
import { PROVIDERS, variableNames } from "#lib/providers/catalogue.ts";
import type { ProviderRow } from "#lib/providers/types.ts";

/** What the operator set for one provider. */
interface ProviderEnvironment {
  apiKey?: string;
  /** Without a trailing slash. */
  baseUrl?: string;
}

/** `process.env`, parsed once. */
export interface Environment {
  mode: "local" | "hosted";
  port: number;
  host: string;
  /** Where people reach the app, such as `https://prompts.example.org`; null in local mode unless set. */
  publicOrigin: string | null;
  /** At least 32 characters; null in local mode unless set. */
  sessionSecret: string | null;
  /** Folder of what the app keeps: the database file, and in local mode the secret that seals keys. */
  dataDir: string;
  /** `postgres://…`; null when everything is kept in `dataDir`. Holds a password. */
  databaseUrl: string | null;
  /** "host:port" entries that may be called although they are not public. Empty in hosted mode, which ignores them. */
  allowedLlmHosts: readonly string[];
  /** Calls at once with one provider key, across all runs. */
  providerConcurrency: number;
  /** By catalogue id; a row without variables has no entry. */
  providers: Readonly<Record<string, ProviderEnvironment>>;
}

/** Stops the start: the sentence names the variable and never repeats a value that may be secret. */
export class EnvironmentError extends Error {
  readonly variable: string;

  constructor(variable: string, problem: string) {
    super(`${variable} ${problem}`);
    this.name = "EnvironmentError";
    this.variable = variable;
  }
}

/** Reads every variable the app knows. Empty counts as unset. Throws EnvironmentError at the first bad value. */
export function parseEnvironment(env: Variables): Environment {
  const mode = oneOf(env, "AFTERPROMPT_MODE", ["local", "hosted"]) ?? "local";
  const hosted = mode === "hosted";
  const allowedLlmHosts = hostList(env, "ALLOWED_LLM_HOSTS");
  return {
    mode,
    port: wholeNumber(env, "PORT", { least: 0, most: 65_535 }) ?? 3000,
    host: text(env, "HOST") ?? (hosted ? "0.0.0.0" : "127.0.0.1"),
    publicOrigin: origin(env, "PUBLIC_ORIGIN", hosted),
    sessionSecret: secret(env, "SESSION_SECRET", hosted),
    dataDir: text(env, "DATA_DIR") ?? "./data",
    databaseUrl: postgresUrl(env, "DATABASE_URL"),
    allowedLlmHosts: hosted ? [] : allowedLlmHosts,
    providerConcurrency: wholeNumber(env, "PROVIDER_CONCURRENCY", { least: 1, most: 10_000 }) ?? 64,
    providers: Object.fromEntries(PROVIDERS.flatMap((row) => providerEntry(env, row))),
  };
}

let parsed: Environment | undefined;

/** This process's environment, parsed at the first call. */
export function environment(): Environment {
  parsed ??= parseEnvironment(process.env);
  return parsed;
}

/** Whether the framework is building: it evaluates the app's modules then, and nothing of the app may start. */
export function isBuildPhase(): boolean {
  return process.env.NEXT_PHASE === "phase-production-build";
}

type Variables = Readonly<Record<string, string | undefined>>;

function text(env: Variables, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

function oneOf<T extends string>(env: Variables, name: string, choices: readonly T[]): T | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new EnvironmentError(name, `must be ${choices.join(" or ")}.`);
  return choice;
}

function wholeNumber(
  env: Variables,
  name: string,
  range: { least: number; most: number },
): number | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= range.least && number <= range.most) return number;
  throw new EnvironmentError(name, `must be a whole number from ${range.least} to ${range.most}.`);
}

function origin(env: Variables, name: string, hosted: boolean): string | null {
  const value = text(env, name);
  if (value === undefined) {
    if (!hosted) return null;
    throw new EnvironmentError(
      name,
      "must be set in hosted mode: the https address that people open, such as https://prompts.example.org.",
    );
  }
  const url = URL.parse(value);
  // Plain http on this very machine is for trying hosted mode out; nobody else can open it.
  const fits =
    url?.protocol === "https:" || (url?.protocol === "http:" && (!hosted || isLoopbackName(url.hostname)));
  if (url !== null && fits && (value === url.origin || value === `${url.origin}/`)) return url.origin;
  throw new EnvironmentError(
    name,
    `must be ${hosted ? "an https" : "an http or https"} address without a path, such as https://prompts.example.org.`,
  );
}

function isLoopbackName(hostname: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

function secret(env: Variables, name: string, hosted: boolean): string | null {
  const value = text(env, name);
  if (value === undefined && !hosted) return null;
  if (value !== undefined && value.length >= 32) return value;
  const sentence = "at least 32 characters, for example from `openssl rand -base64 32`.";
  throw new EnvironmentError(
    name,
    `${value === undefined ? "must be set in hosted mode:" : "must have"} ${sentence}`,
  );
}

function postgresUrl(env: Variables, name: string): string | null {
  const value = text(env, name);
  if (value === undefined) return null;
  const url = URL.parse(value);
  // Without a database's name the server would choose one by the user's name.
  const fits = url !== null && /^postgres(ql)?:$/.test(url.protocol) && /^\/[^/]+$/.test(url.pathname);
  if (fits && url.hash === "") return value;
  throw new EnvironmentError(
    name,
    "must be the address of a Postgres database, such as postgres://user:password@localhost:5432/afterprompt, with @ : / # ? % in the password written as %40 %3A %2F %23 %3F %25.",
  );
}

function hostList(env: Variables, name: string): string[] {
  const entries = (text(env, name) ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  return entries.map((entry) => {
    const host = parseHostAndPort(entry);
    if (host !== null) return host;
    throw new EnvironmentError(
      name,
      "must be a list of host:port separated by commas, such as localhost:11434.",
    );
  });
}

function providerEntry(env: Variables, row: ProviderRow): [string, ProviderEnvironment][] {
  if (row.auth === "none") return [];
  const names = variableNames(row);
  const apiKey = key(env, names.apiKey);
  const address = text(env, names.baseUrl);
  const baseUrl = address === undefined ? undefined : baseUrlOf(row, names.baseUrl, address);
  if (apiKey === undefined && baseUrl === undefined) return [];
  return [[row.id, { ...(apiKey && { apiKey }), ...(baseUrl && { baseUrl }) }]];
}

function key(env: Variables, name: string): string | undefined {
  const value = text(env, name);
  if (value === undefined || /^[\x21-\x7e]+$/.test(value)) return value;
  throw new EnvironmentError(name, "must be one key without spaces, line breaks or accented letters.");
}

/**
 * A local server's address may leave out what its row knows (`OLLAMA_HOST=192.168.1.5`), and may be the
 * address that the server listens on, where 0.0.0.0 stands for every address of this machine.
 */
function baseUrlOf(row: ProviderRow, name: string, value: string): string {
  const known = row.local && row.baseUrl !== null ? URL.parse(row.baseUrl) : null;
  const hasScheme = /^[a-z]+:\/\//i.test(value);
  const url = URL.parse(known !== null && !hasScheme ? `${known.protocol}//${value}` : value);
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== "" ||
    url.search + url.hash !== ""
  ) {
    throw new EnvironmentError(
      name,
      `must be an http or https address, such as ${row.baseUrl ?? "https://models.example.org/v1"}.`,
    );
  }
  if (known !== null) {
    if (!hasScheme && !/:\d+(?:\/|$)/.test(value)) url.port = known.port;
    if (url.pathname === "/") url.pathname = known.pathname;
    if (url.hostname === "0.0.0.0") url.hostname = "127.0.0.1";
    if (url.hostname === "[::]") url.hostname = "[::1]";
  }
  return `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, "")}`;
}
