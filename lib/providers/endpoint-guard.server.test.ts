import diagnostics from "node:diagnostics_channel";
import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { type Agent, request } from "undici";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parseEnvironment } from "#lib/env.server.ts";
import { resolveConnection } from "./credentials.server.ts";
import { type AgentOptions, checkAddress, guardedAgent } from "./endpoint-guard.server.ts";
import { ProviderError } from "./errors.ts";

const SILENT = "This address cannot be used. It must be an https address that the public internet can reach.";
const HELPFUL = `${SILENT} For a model server on a private address, set ALLOWED_LLM_HOSTS=host:port and start again.`;
/** In the global unicast block, given to nobody: a dial goes nowhere. */
const PUBLIC_BUT_EMPTY = "2000::1";

const canaries: Server[] = [];
let port = 0;
let lanHost = "127.0.0.1";
let hits = 0;
/** Every address that this process dials over plain TCP. */
let dialled: string[] = [];
const agents: Agent[] = [];

function watchSocket(message: unknown): void {
  const { socket } = message as { socket: Socket };
  socket.on("connectionAttempt", (ip: string) => dialled.push(ip));
}

beforeAll(async () => {
  diagnostics.subscribe("net.client.socket", watchSocket);
  const lan = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === "IPv4");
  lanHost = lan?.address ?? lanHost;
  for (const host of new Set(["127.0.0.1", "::1", lanHost])) {
    const canary = createServer((socket) => {
      hits += 1;
      socket.end("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
    });
    canary.listen(port, host);
    await once(canary, "listening");
    port = (canary.address() as AddressInfo).port;
    canaries.push(canary);
  }
});

afterAll(() => {
  diagnostics.unsubscribe("net.client.socket", watchSocket);
  for (const canary of canaries) canary.close();
});

beforeEach(() => {
  hits = 0;
  dialled = [];
});

afterEach(() => {
  // Not awaited: a dial into nowhere ends when the system gives it up.
  for (const agent of agents.splice(0)) agent.destroy().catch(() => undefined);
});

function agentWith(options: AgentOptions, allowedHosts: readonly string[] = []): Agent {
  const agent = guardedAgent(allowedHosts, { mode: "hosted", ...options });
  agents.push(agent);
  return agent;
}

/** The way of every provider call: the check, then the guarded agent. */
async function call(raw: string, allowedHosts: readonly string[] = [], options: AgentOptions = {}) {
  const url = checkAddress(raw, allowedHosts, options.mode ?? "hosted");
  return request(url, { dispatcher: agentWith(options, allowedHosts) });
}

async function refusalOf(work: Promise<unknown>): Promise<ProviderError> {
  const error = await work.then(
    () => new Error("it was not refused"),
    (reason: unknown) => reason,
  );
  if (error instanceof ProviderError) return error;
  throw error;
}

/** Each line is refused; PORT is a listener that is there to be reached. */
const REFUSED = `
https://127.0.0.1:PORT
https://2130706433:PORT
https://0x7f.1:PORT
https://0x7f000001:PORT
https://0177.0.0.1:PORT
https://017700000001:PORT
https://127.1:PORT
https://127.0.1:PORT
https://①②⑦.⓪.⓪.①:PORT
https://１２７。０。０。１:PORT
https://127.0.0.1.:PORT
https://127.8.9.10:PORT
https://0:PORT
https://0.0.0.0:PORT
https://LAN:PORT
https://10.0.0.5:8080
https://167772165:8080
https://0xa.5:8080
https://100.64.0.1
https://169.254.169.254/latest/meta-data
https://169.254.169.254./latest/meta-data
https://2852039166/latest/meta-data
https://0xa9fea9fe/latest/meta-data
https://0251.0376.0251.0376/
https://172.16.0.1
https://172.31.255.255
https://192.168.1.1
https://3232235777
https://[::]:PORT
https://[::1]:PORT
https://[0:0:0:0:0:0:0:1]:PORT
https://[fc00::1]
https://[fd00:ec2::254]
https://[fe80::1]
https://[::ffff:127.0.0.1]:PORT
https://[::ffff:7f00:1]:PORT
https://[::ffff:169.254.169.254]
https://[::ffff:a9fe:a9fe]
https://[::127.0.0.1]:PORT
https://[64:ff9b::7f00:1]:PORT
https://[64:ff9b::169.254.169.254]
https://[2002:7f00:1::]:PORT
https://[2002:a9fe:a9fe::1]
https://[2001::7f00:1]:PORT
https://localhost:PORT
https://LOCALHOST:PORT
https://localhost.:PORT
https://app.localhost:PORT
https://ⓛocalhost:PORT
https://db.internal
https://metadata.google.internal/computeMetadata/v1/
https://host.docker.internal:PORT
https://printer.local
https://intranet
https://127.0.0.1.nip.io:PORT
https://user:password@api.openai.com@127.0.0.1:PORT
https://api.openai.com@127.0.0.1:PORT
https://api.openai.com%2F@127.0.0.1:PORT
https://127.0.0.1:PORT%2F@api.openai.com
https://127.0.0.1:PORT\\@api.openai.com
https://api.openai.com\\@127.0.0.1:PORT
https:\\\\127.0.0.1:PORT
https:/127.0.0.1:PORT
https:///127.0.0.1:PORT
https://127.0.0.1:PORT#@api.openai.com
https://127.0.0.1:PORT?@api.openai.com
https://local\thost:PORT
https://127.0.0\n.1:PORT
 https://127.0.0.1:PORT
https://api.openai.com:0
https://api.openai.com:22
https://api.openai.com:25
https://api.openai.com:6379
https://api.openai.com:2375
http://api.openai.com/v1
http://127.0.0.1:PORT
ftp://127.0.0.1:PORT
file:///etc/passwd
gopher://127.0.0.1:PORT/_x
data:text/plain,x
unix:/var/run/docker.sock
//127.0.0.1:PORT
127.0.0.1:PORT
`
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => line.replace("\\t", "\t").replace("\\n", "\n").replaceAll("\\\\", "\\"));

/** The few lines whose verdict is the resolver's. */
const answers: AgentOptions = { resolve: async () => [{ address: "127.0.0.1", family: 4 }] };

describe("[R01] [EP1-EP4] no spelling of an internal address opens a socket", () => {
  test("the list is long enough to mean something", () => {
    expect(new Set(REFUSED).size).toBe(REFUSED.length);
    expect(REFUSED.length).toBeGreaterThanOrEqual(60);
  });

  test.each(REFUSED)("%j", async (line) => {
    const raw = line.replace("PORT", String(port)).replace("LAN", lanHost);
    const error = await refusalOf(call(raw, [], answers));
    expect(error).toMatchObject({ code: "address-refused", message: SILENT, retryable: false });
    expect(hits).toBe(0);
    expect(dialled).toEqual([]);
  });

  test("the listeners that were not reached can be reached", async () => {
    for (const host of ["127.0.0.1", "[::1]"]) await call(`http://${host}:${port}`, [`${host}:${port}`]);
    expect(hits).toBe(2);
    expect(dialled).toEqual(["127.0.0.1", "::1"]);
  });
});

describe("[R02] [EP5] the address that was judged is the address that is dialled", () => {
  test("the agent refuses an IP literal by itself: the resolver is never asked about one", async () => {
    let asked = 0;
    const dispatcher = agentWith({
      resolve: async () => {
        asked += 1;
        return [{ address: PUBLIC_BUT_EMPTY, family: 6 }];
      },
    });
    for (const host of ["127.0.0.1", "2130706433", "[::1]", "[::ffff:7f00:1]"]) {
      const error = await refusalOf(request(`http://${host}:${port}/`, { dispatcher }));
      expect(error.code).toBe("address-refused");
    }
    expect({ asked, hits }).toEqual({ asked: 0, hits: 0 });
  });

  test("the check refuses an IP literal before the agent sees it", () => {
    expect(() => checkAddress("https://127.0.0.1/", [], "hosted")).toThrow(SILENT);
  });

  test("a name that answers public first and 127.0.0.1 afterwards reaches nothing in 1,000 requests", async () => {
    let asked = 0;
    const dispatcher = agentWith({
      resolve: async () => {
        asked += 1;
        return asked === 1
          ? [{ address: PUBLIC_BUT_EMPTY, family: 6 }]
          : [{ address: "127.0.0.1", family: 4 }];
      },
    });
    const url = `http://rebind.example:${port}/`;
    request(url, { dispatcher }).catch(() => undefined);
    const others = Array.from({ length: 999 }, () => refusalOf(request(url, { dispatcher })));
    for (const error of await Promise.all(others)) expect(error.message).toBe(SILENT);
    expect({ asked, hits, dialled }).toEqual({ asked: 1_000, hits: 0, dialled: [PUBLIC_BUT_EMPTY] });
  });

  test("a public answer is dialled as it came, and the name is resolved once", async () => {
    let asked = 0;
    const dispatcher = agentWith({
      resolve: async () => {
        asked += 1;
        return [{ address: PUBLIC_BUT_EMPTY, family: 6 }];
      },
    });
    request("http://models.example/", { dispatcher }).catch(() => undefined);
    await expect.poll(() => dialled).toEqual([PUBLIC_BUT_EMPTY]);
    expect(asked).toBe(1);
  });

  test.each([
    ["A public, AAAA loopback", ["8.8.8.8", "::1"]],
    ["AAAA public, A private", [PUBLIC_BUT_EMPTY, "10.0.0.5"]],
    ["A public, AAAA mapped metadata", ["8.8.8.8", "::ffff:169.254.169.254"]],
    ["nothing", []],
  ])("one private answer is enough to refuse all: %s", async (_, addresses) => {
    const resolve = async () =>
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    const error = await refusalOf(call(`https://mixed.example:${port}/`, [], { resolve }));
    expect(error.code).toBe("address-refused");
    expect(dialled).toEqual([]);
  });
});

test("[R03] [EP6] a redirect is handed back, not followed, wherever it points", async () => {
  let status = 301;
  let location = "";
  const redirecting = createHttpServer((_, response) => response.writeHead(status, { location }).end());
  redirecting.listen(0, "127.0.0.1");
  await once(redirecting, "listening");
  const allowed = `127.0.0.1:${(redirecting.address() as AddressInfo).port}`;
  for (status of [301, 302, 303, 307, 308]) {
    for (location of [`http://127.0.0.1:${port}/`, `//127.0.0.1:${port}`, "http://169.254.169.254/"]) {
      const response = await call(`http://${allowed}/v1`, [allowed]);
      await response.body.dump();
      expect(response.statusCode).toBe(status);
    }
  }
  redirecting.close();
  expect(hits).toBe(0);
  expect(new Set(dialled)).toEqual(new Set(["127.0.0.1"]));
});

describe("[R04] [EP7] a private model server works when the operator says so, host and port exactly", () => {
  const HOSTED = {
    AFTERPROMPT_MODE: "hosted",
    PUBLIC_ORIGIN: "https://prompts.example.org",
    SESSION_SECRET: "s".repeat(32),
  };
  const settings = {
    unset: {},
    "localhost:11435": { ALLOWED_LLM_HOSTS: "localhost:11435" },
    "10.0.0.5:8080": { ALLOWED_LLM_HOSTS: "10.0.0.5:8080" },
    hosted: { ...HOSTED, ALLOWED_LLM_HOSTS: "localhost:11435,10.0.0.5:8080" },
  };
  const LOCALHOST = "http://localhost:11435/v1";
  const PRIVATE = "http://10.0.0.5:8080/v1";

  // The last column is where the allowed server redirects to: judged like any other address.
  test.each<[keyof typeof settings, string, "allowed" | "refused"]>([
    ["unset", LOCALHOST, "refused"],
    ["unset", "http://localhost:11436/v1", "refused"],
    ["unset", "http://localhost:11435/other/path", "refused"],
    ["unset", PRIVATE, "refused"],
    ["unset", "http://169.254.169.254/", "refused"],
    ["localhost:11435", LOCALHOST, "allowed"],
    ["localhost:11435", "http://localhost:11436/v1", "refused"],
    ["localhost:11435", "http://localhost:11435/other/path", "allowed"],
    ["localhost:11435", PRIVATE, "refused"],
    ["localhost:11435", "http://localhost:22/", "refused"],
    ["10.0.0.5:8080", PRIVATE, "allowed"],
    ["10.0.0.5:8080", "http://10.0.0.5:8081/v1", "refused"],
    ["10.0.0.5:8080", "http://10.0.0.5:8080/other/path", "allowed"],
    ["10.0.0.5:8080", "http://10.0.0.6:8080/v1", "refused"],
    ["10.0.0.5:8080", "http://169.254.169.254/", "refused"],
    ["hosted", LOCALHOST, "refused"],
    ["hosted", "http://localhost:11436/v1", "refused"],
    ["hosted", "http://10.0.0.5:8080/other/path", "refused"],
    ["hosted", PRIVATE, "refused"],
    ["hosted", "http://169.254.169.254/", "refused"],
  ])("ALLOWED_LLM_HOSTS %s: %s is %s", (setting, baseUrl, expected) => {
    const environment = parseEnvironment(settings[setting]);
    const { connection } = resolveConnection({
      provider: "custom",
      ownKeys: { custom: { apiKey: "", baseUrl } },
      environment,
    });
    const check = () => checkAddress(baseUrl, connection.allowedHosts, environment.mode);
    if (expected === "allowed") expect(check().href).toBe(baseUrl);
    else expect(check).toThrow(environment.mode === "local" ? HELPFUL : SILENT);
  });

  test("[EP8] a refusal looks the same for an open port, a closed port, a private name and no such host", async () => {
    const spare = createServer().listen(0, "127.0.0.1");
    await once(spare, "listening");
    const closedPort = (spare.address() as AddressInfo).port;
    spare.close();
    const resolve = async (hostname: string) => {
      if (hostname === "missing.example") throw Object.assign(new Error("ENOTFOUND"), { code: "ENOTFOUND" });
      return [{ address: "127.0.0.1", family: 4 }];
    };
    const seen = [];
    for (const raw of [
      `https://open.example:${port}/`,
      `https://open.example:${closedPort}/`,
      `https://127.0.0.1:${port}/`,
      `https://127.0.0.1:${closedPort}/`,
      "https://missing.example/",
    ]) {
      const started = performance.now();
      const { code, message } = await refusalOf(call(raw, [], { resolve }));
      seen.push({ code, message, tookMs: performance.now() - started });
    }
    for (const { code, message } of seen)
      expect({ code, message }).toEqual({ code: "address-refused", message: SILENT });
    const times = seen.map(({ tookMs }) => tookMs);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(50);
    expect({ hits, dialled }).toEqual({ hits: 0, dialled: [] });
  });

  test("[EP8] offline, a provider of ours is unreachable and not refused", async () => {
    const resolve = async () => {
      throw Object.assign(new Error("getaddrinfo EAI_AGAIN"), { code: "EAI_AGAIN" });
    };
    await expect(call("https://api.openai.com/v1/models", [], { resolve })).rejects.toMatchObject({
      code: "EAI_AGAIN",
    });
  });
});

test("agents are kept by allow-list, whatever its order", () => {
  expect(guardedAgent(["a:1", "b:2"])).toBe(guardedAgent(["b:2", "a:1"]));
  expect(guardedAgent(["a:1"])).not.toBe(guardedAgent([]));
});
