import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type FakeProvider, startFakeProvider } from "#e2e/fake-provider.ts";
import { wellFormed } from "#lib/base/well-formed.ts";
import { randomText } from "#lib/checks/random-texts.fixture.ts";
import { type Variant, variantSchema } from "#lib/comparison/schema.ts";
import { compile } from "#lib/prompt/compile.ts";
import { anthropicMessages } from "#lib/providers/anthropic-messages.server.ts";
import { PROVIDERS, providerRow } from "#lib/providers/catalogue.ts";
import { openaiChat } from "#lib/providers/openai-chat.server.ts";
import { randomComparison } from "../random-snapshots.fixture.ts";
import { takenParams } from "../taken-params.ts";
import { callOf } from "./call.ts";
import { javascriptLiteral, pythonLiteral } from "./literals.ts";
import { codeOf } from "./registry.ts";
import type { Call } from "./types.ts";

const KEY = "sk-CANARY-7f3Kq9Zt2LmX8wPv";
/** What shells, languages and templates trip over. */
const NASTY =
  'It\'s "quoted" `id` $(id) $HOME \\ \\n %s {{name}} \r\n\u2028\u2029 JSON\nJSON\n\'\'\'\n"""\n</script> é 😀 \u202e #{x} <<EOF\n!history\t\u0007end';
const PARAMS = { maxTokens: 40, temperature: 0.5, topP: 0.9, seed: 7, stop: ["\n\n", "'"] };

const HAS_PYTHON = spawnSync("python3", ["--version"]).status === 0;
const NO_PYTHON = "python3 is not on this machine: the code was looked at and not run";

let fake: FakeProvider;
let folder: string;
beforeAll(async () => {
  fake = await startFakeProvider();
  folder = mkdtempSync(join(tmpdir(), "code-"));
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
});
afterEach(() => fake.reset());
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await fake.close();
});

function variant(provider: string, params: object = PARAMS): Variant {
  return variantSchema.parse({
    id: "after",
    prompt: { kind: "text", system: `Be brief. ${NASTY}`, text: NASTY },
    model: { provider, model: "fake/ok" },
    params,
  });
}
const VALUES = { name: 'Ann\'s "{{other}}" $&' };

/** What our own run sends for a variant. */
async function sentByRun(each: Variant) {
  const row = providerRow(each.model.provider);
  if (row === undefined) throw new Error("no row");
  const anthropic = row.protocol === "anthropic-messages";
  const connection = {
    baseUrl: anthropic ? fake.url : fake.openaiUrl,
    apiKey: KEY,
    allowedHosts: [fake.host],
    maxTokensField: row.maxTokensField,
    streamUsage: row.streamUsage,
  };
  const request = {
    model: each.model.model,
    messages: compile(each.prompt, VALUES).messages,
    params: takenParams(each),
    signal: new AbortController().signal,
    clocks: { headersMs: 5_000, firstTokenMs: 5_000, idleMs: 5_000, totalMs: 15_000 },
  };
  await (anthropic ? anthropicMessages : openaiChat).complete(connection, request, {
    text: () => undefined,
    thinking: () => undefined,
  });
  return lastCall();
}

function lastCall() {
  const call = fake.calls().at(-1);
  if (call === undefined) throw new Error("nothing was called");
  const { body, key, path, headers, status } = call;
  return { body, key, path: path.split("?")[0], version: headers["anthropic-version"], status };
}

function sampleOf(each: Variant, label: string) {
  const call = callOf(each, VALUES);
  if (call === null) throw new Error("no call");
  const sample = codeOf(call).find((code) => code.label === label);
  if (sample === undefined) throw new Error(`no ${label}`);
  const file = join(folder, `${sample.id}.${sample.extension}`);
  writeFileSync(file, sample.code);
  return { code: sample.code, file };
}

function environment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "test",
    PATH: process.env.PATH ?? "",
    HOME: folder,
    OPENAI_BASE_URL: fake.openaiUrl,
    OPENAI_API_KEY: KEY,
    GROQ_BASE_URL: fake.openaiUrl,
    GROQ_API_KEY: KEY,
    CUSTOM_BASE_URL: fake.openaiUrl,
    CUSTOM_API_KEY: KEY,
    ANTHROPIC_BASE_URL: fake.url,
    ANTHROPIC_API_KEY: KEY,
    ...extra,
  };
}

async function run(command: string, args: string[], extra?: Record<string, string>): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, { env: environment(extra), cwd: folder });
  return stdout;
}

const PLAIN = { maxTokens: 40, stop: ["x"] };
const CALLS: [provider: string, params: object][] = [
  ["openai", PARAMS],
  ["groq", PARAMS],
  ["custom", PARAMS],
  ["anthropic", PARAMS],
  ["anthropic", PLAIN],
];

test.each(CALLS)(
  "[CD1] the TypeScript for %s runs and sends what a run sends: %j",
  async (provider, params) => {
    const each = variant(provider, params);
    const { file } = sampleOf(each, "TypeScript");
    const wanted = await sentByRun(each);
    expect((await run(process.execPath, ["--disable-warning=ExperimentalWarning", file])).trim()).not.toBe(
      "",
    );
    expect(lastCall()).toEqual(wanted);
    expect(fake.calls()).toHaveLength(2);
  },
);

test.each(CALLS)(
  "[CD2] the curl command for %s runs and sends what a run sends, answered whole instead of streamed: %j",
  async (provider, params) => {
    const each = variant(provider, params);
    const { file } = sampleOf(each, "curl");
    const wanted = await sentByRun(each);
    const answer: unknown = JSON.parse(await run("sh", [file]));
    expect(answer).toMatchObject({ model: "fake/ok" });
    const { stream: _stream, stream_options: _options, ...body } = wanted.body as Record<string, unknown>;
    expect(lastCall()).toEqual({ ...wanted, body });
  },
);

test("[CD2] a service that may need no key is sent none when none is set", () => {
  const { code } = sampleOf(variant("ollama"), "curl");
  const printed = (key: string) =>
    spawnSync("sh", ["-c", `curl() { printf '<%s>' "$@"; }\n${code}`], {
      env: { ...environment(), OLLAMA_API_KEY: key },
      encoding: "utf8",
    }).stdout;
  expect(printed("")).not.toContain("Authorization");
  expect(printed("sk-1")).toContain(
    "<--header><Authorization: Bearer sk-1><--header><Content-Type: application/json>",
  );
});

/** Stands in for both SDKs: prints what it was called with. */
const STUB = `
import json, sys
class _Recorder:
    def __init__(self, **options):
        self.options = options
        self.chat = self
        self.completions = self
        self.messages = self
    def create(self, **request):
        json.dump({"options": self.options, "request": request}, sys.stdout)
        return []
OpenAI = Anthropic = _Recorder
`;

test.for(CALLS)(
  "[CD3] the Python for %s compiles and asks its SDK for what a run sends: %j",
  async ([provider, params], context) => {
    const each = variant(provider, params);
    const { file, code } = sampleOf(each, "Python");
    if (!HAS_PYTHON) {
      await context.annotate(NO_PYTHON);
      expect(code).toMatch(/^import os\n[\s\S]+\.create\(\n[\s\S]+print\(\)\n$/);
      return;
    }
    const stubs = join(folder, "stubs");
    mkdirSync(stubs, { recursive: true });
    for (const name of ["openai", "anthropic"]) writeFileSync(join(stubs, `${name}.py`), STUB);
    await run("python3", ["-m", "py_compile", file]);
    const { options, request } = JSON.parse(await run("python3", [file], { PYTHONPATH: stubs }));
    const { extra_body, extra_headers, ...plain } = request;
    const wanted = await sentByRun(each);
    expect({ ...plain, ...extra_body }).toEqual(wanted.body);
    if (extra_headers !== undefined) expect(extra_headers).toEqual({ "anthropic-version": wanted.version });
    expect(options.api_key).toBe(KEY);
    expect(options.base_url).toBe(["openai", "anthropic"].includes(provider) ? undefined : fake.openaiUrl);
  },
);

test("[CD4] any text is one text in the shell: 200 random prompts reach a command as they are", async () => {
  const texts = fc.sample(randomText, { numRuns: 200, seed: 20 }).map(wellFormed);
  const script = texts
    .map((text) => {
      const call = callOf(
        { ...variant("openai"), prompt: { kind: "text", text: `x${text}` } },
        Object.fromEntries([...text.matchAll(/\{\{([^}]*)\}\}/g)].map(([, name = ""]) => [name, "v"])),
      );
      return call === null ? "" : (codeOf(call)[0]?.code ?? "");
    })
    .join("\n");
  // In place of curl: what came in by standard input, and a line end.
  writeFileSync(join(folder, "many.sh"), `curl() { cat; printf '\\036'; }\n${script}`);
  const bodies = (await run("sh", [join(folder, "many.sh")])).split("\u001e").slice(0, -1);
  expect(bodies.map((body) => JSON.parse(body).messages[0].content)).toEqual(texts.map((text) => `x${text}`));
});

test("[CD4] any value is one value in Python: 500 random ones are read back", async (context) => {
  const values = fc.sample(fc.oneof(randomText.map(wellFormed), fc.jsonValue({ maxDepth: 3 })), {
    numRuns: 500,
    seed: 20,
  });
  if (!HAS_PYTHON) {
    await context.annotate(NO_PYTHON);
    // The pieces of a text are those of the JavaScript literal, which runs everywhere.
    const texts = values.filter((value) => typeof value === "string");
    const pieces = (source: string) => source.match(/"(?:[^"\\]|\\.)*"/g);
    expect(texts.map((text) => pieces(pythonLiteral(text)))).toEqual(
      texts.map((text) => pieces(javascriptLiteral(text))),
    );
    return;
  }
  const source = `import json, sys\nvalues = ${pythonLiteral(values)}\nsys.stdout.buffer.write(json.dumps(values, ensure_ascii=True).encode())\n`;
  const { stdout, stderr } = spawnSync("python3", ["-"], { input: source, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(values)));
});

test("[CD4] any value is one value in JavaScript: 2,000 random ones are read back", () => {
  fc.assert(
    fc.property(fc.oneof(randomText.map(wellFormed), fc.jsonValue({ maxDepth: 3 })), (value) => {
      const read = new Function(`return (${javascriptLiteral(value)})`)();
      expect(read).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 2_000, examples: [[JSON.parse('{"__proto__":0,"a":{"__proto__":{}}}')]] },
  );
});

test("[CD5] no code holds a key, and every service but the demo has code in each language", () => {
  for (const row of PROVIDERS) {
    const call = callOf(variant(row.id), VALUES);
    if (row.protocol === "demo") {
      expect(call).toBeNull();
      continue;
    }
    const samples = call === null ? [] : codeOf(call);
    expect(samples.map(({ label }) => label)).toEqual(["curl", "TypeScript", "Python"]);
    for (const { code, label } of samples) {
      expect(code).not.toMatch(/sk-|Bearer [a-z0-9]/i);
      if (row.auth === "key") expect(code, `${row.id} ${label}`).toContain(call?.keyVariable);
    }
  }
});

test("[CD6] a random variant's code sends only the parameters that its model takes", () => {
  fc.assert(
    fc.property(randomComparison, ({ variants }) => {
      for (const each of variants) {
        const call: Call | null = callOf(each, {});
        if (call === null) continue;
        const { params } = each;
        const taken = takenParams(each);
        const sent = JSON.stringify(call.body);
        if (params.temperature !== undefined) {
          expect(sent.includes('"temperature"')).toBe(taken.temperature !== undefined);
        }
        expect(codeOf(call)).toHaveLength(3);
      }
    }),
    { numRuns: 300 },
  );
});
