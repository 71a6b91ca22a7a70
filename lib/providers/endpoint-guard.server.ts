import "server-only";
import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { environment } from "#lib/env.server.ts";
import { hostAndPort, ipOfHostname, isPublicIp, isPublicUrl, parseAddress } from "./address.ts";
import { PROVIDERS } from "./catalogue.ts";
import { ProviderError } from "./errors.ts";

type Mode = "local" | "hosted";

/** Every address of a host, in the resolver's order. Rejects when there is none. */
type Resolve = (hostname: string) => Promise<readonly { address: string; family: number }[]>;

const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true, order: "verbatim" });

/**
 * The one refusal. It is the same for a private address, an odd spelling and a name that does not exist, so
 * that nobody can map a network with it; only the operator of a local app is told what to set.
 */
function refusal(mode: Mode): ProviderError {
  const rule = "This address cannot be used. It must be an https address that the public internet can reach.";
  const operator =
    "For a model server on a private address, set ALLOWED_LLM_HOSTS=host:port and start again.";
  return new ProviderError("address-refused", mode === "local" ? `${rule} ${operator}` : rule);
}

/**
 * Judges an address before any socket opens, for what can be known without the resolver; `guardedAgent`
 * judges the rest while it connects. Both are needed: a resolver is never asked about an IP literal.
 * @param allowedHosts exact "host:port" entries that may be private and may speak plain http
 * @returns the parsed address; call this, never the raw text
 * @throws ProviderError address-refused
 */
export function checkAddress(
  rawUrl: string,
  allowedHosts: readonly string[],
  mode: Mode = environment().mode,
): URL {
  const url = parseAddress(rawUrl);
  if (url === null) throw refusal(mode);
  if (!allowedHosts.includes(hostAndPort(url)) && !isPublicUrl(url)) throw refusal(mode);
  return url;
}

export interface AgentOptions {
  resolve?: Resolve;
  mode?: Mode;
}

const agents = new Map<string, Agent>();

/**
 * The agent for every provider call: it resolves a name once, refuses unless every address is public, and
 * dials exactly those addresses. Hosts in `allowedHosts` ("host:port") are dialled as they are. One agent
 * per allow-list is kept, with its idle connections; with `options` it is a new one that the caller closes.
 */
export function guardedAgent(allowedHosts: readonly string[], options?: AgentOptions): Agent {
  if (options !== undefined) return createAgent(allowedHosts, options);
  const key = [...allowedHosts].sort().join(",");
  const agent = agents.get(key) ?? createAgent(allowedHosts, {});
  agents.set(key, agent);
  return agent;
}

function createAgent(allowedHosts: readonly string[], options: AgentOptions): Agent {
  return new Agent({
    connect: guardedConnector(allowedHosts, options.resolve ?? resolveBySystem, options.mode),
    connections: 1_024,
    pipelining: 1,
    // HTTP/1.1: closing a call closes its own socket, and with it the bill.
    allowH2: false,
    keepAliveTimeout: 10_000,
    // The caller owns the clocks; these two would end a slow model's answer behind its back.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

function guardedConnector(
  allowedHosts: readonly string[],
  resolve: Resolve,
  mode: Mode | undefined,
): buildConnector.connector {
  const refused = () => refusal(mode ?? environment().mode);
  // No buffer of the socket's own: what arrives while a stream is paused stays in the kernel, and one read
  // brings a whole beat of frames.
  const socketOptions = { timeout: 10_000, autoSelectFamily: true, allowH2: false, highWaterMark: 0 };
  const open = buildConnector({ ...socketOptions, lookup: lookupWith(resolve) });
  const guarded = buildConnector({ ...socketOptions, lookup: publicLookup(resolve, refused) });
  return (target, callback) => {
    // undici hands an IPv6 literal over without the brackets that a URL's hostname has.
    const hostname = target.hostname.includes(":") ? `[${target.hostname}]` : target.hostname;
    if (allowedHosts.includes(hostAndPort({ ...target, hostname }))) return open(target, callback);
    const ip = ipOfHostname(hostname);
    if (ip !== null && !isPublicIp(ip)) return callback(refused(), null);
    return guarded(target, callback);
  };
}

/** Hosts that we named ourselves: a failure to resolve one is the network's, and worth saying so. */
const KNOWN_HOSTS: ReadonlySet<string> = new Set(
  PROVIDERS.flatMap(({ baseUrl }) => URL.parse(baseUrl ?? "")?.hostname ?? []),
);

function publicLookup(resolve: Resolve, refused: () => ProviderError): LookupFunction {
  const resolvePublic: Resolve = async (hostname) => {
    const addresses = await resolve(hostname).catch((error: unknown) => {
      throw KNOWN_HOSTS.has(hostname) ? error : refused();
    });
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublicIp(address))) throw refused();
    return addresses;
  };
  return lookupWith(resolvePublic);
}

/** Node's lookup hook over a resolver: the socket dials the very addresses that the resolver returned. */
function lookupWith(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all || first === undefined) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}
