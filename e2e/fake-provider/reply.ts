import type { IncomingMessage } from "node:http";
import { countTokens } from "./answers.ts";
import type { Dialect, Failure } from "./dialect.ts";
import type { Call, Journal } from "./journal.ts";
import { LISTED_MODELS, type Scenario, scenarioOf } from "./scenarios.ts";
import { type Script, scriptFor } from "./script.ts";

/** What the fake does with a call. "whole" is an answer in one piece, an error most of the time. */
export type Reply =
  | { kind: "whole"; failure: Failure }
  | { kind: "silence" }
  | { kind: "hang-up" }
  | { kind: "stream"; script: Script; inputTokens: number };

interface Incoming {
  request: IncomingMessage;
  path: string;
  dialect: Dialect;
  call: Call;
  journal: Journal;
  /** The fake's own address, for the errors that echo it. */
  address: string;
}

const PAGE =
  "<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

const whole = (failure: Failure): Reply => ({ kind: "whole", failure });

/** Decides by key, path, body and the model's name, as strictly as the services themselves. */
export function replyTo({ request, path, dialect, call, journal, address }: Incoming): Reply {
  if (path.startsWith("/__fake/trap")) return whole({ status: 200, body: "{}" });
  const unauthorized = keyProblem(dialect, call.key, address);
  if (unauthorized !== null) return whole(unauthorized);
  if (request.method === "GET" && path.startsWith("/v1/models"))
    return whole(modelList(dialect, path, address));
  const expected = dialect.id === "openai" ? "/v1/chat/completions" : "/v1/messages";
  if (request.method !== "POST" || path !== expected) {
    return whole({ ...dialect.invalid(`Invalid URL (${request.method} ${path})`, null), status: 404 });
  }
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) {
    return whole({ ...dialect.invalid("Content-Type must be application/json", null), status: 415 });
  }
  const asked = dialect.read(request.headers, call.body);
  if ("status" in asked) return whole(asked);

  const scenario = scenarioOf(asked.model, journal.countModel(asked.model));
  call.model = asked.model;
  call.scenario = scenario?.name ?? null;
  const facts = { model: asked.model, key: call.key ?? "", address };
  if (scenario === null) return whole(dialect.failure("404-model", facts) ?? { status: 404, body: "{}" });
  const refusal = refusalOf(scenario, dialect, facts);
  if (refusal !== null) return whole(refusal);
  if (scenario.name === "no-temperature" && asked.refusedByReasoning !== null) {
    const name = asked.refusedByReasoning;
    return whole(dialect.invalid(`Unsupported parameter: '${name}' is not supported with this model.`, name));
  }
  if (scenario.name === "no-schema" && asked.schemaField !== null) {
    const name = asked.schemaField;
    return whole(dialect.invalid(`Unsupported parameter: '${name}' is not supported with this model.`, name));
  }
  if (scenario.name === "no-headers") return { kind: "silence" };
  if (scenario.name === "fin-before-headers") return { kind: "hang-up" };
  const id = `${dialect.id === "openai" ? "chatcmpl" : "msg"}-${call.id}`;
  const inputTokens = countTokens(asked.prompt);
  if (!asked.stream || scenario.name === "json") {
    const answer = { id, model: asked.model, created: 1_763_950_000, inputTokens };
    return whole({ status: 200, body: dialect.whole(answer, "A whole answer at once.", 6) });
  }
  const script = scriptFor(scenario, asked, dialect, journal.countPrompt(asked.prompt), id);
  return { kind: "stream", script, inputTokens };
}

function keyProblem(dialect: Dialect, key: string | null, address: string): Failure | null {
  if (key === null) return dialect.failure("401-missing", { model: "", key: "", address });
  if (key.startsWith("sk-") && !key.startsWith("sk-wrong")) return null;
  return dialect.failure("401-echo-key", { model: "", key, address });
}

function modelList(dialect: Dialect, path: string, address: string): Failure {
  const id = decodeURIComponent(path.slice("/v1/models/".length));
  if (id === "") return { status: 200, body: dialect.models(LISTED_MODELS) };
  const known = LISTED_MODELS.filter((model) => model === id);
  const missing = known.length === 0 ? dialect.failure("404-model", { model: id, key: "", address }) : null;
  return missing ?? { status: 200, body: dialect.models(known) };
}

function refusalOf(
  scenario: Scenario,
  dialect: Dialect,
  facts: { model: string; key: string; address: string },
): Failure | null {
  const { name } = scenario;
  if (name === "html") return { status: 200, body: PAGE, contentType: "text/html; charset=utf-8" };
  if (name === "502-html") return { status: 502, body: PAGE, contentType: "text/html" };
  if (name === "redirect") {
    const trap = `/__fake/trap?key=${encodeURIComponent(facts.key)}`;
    const targets = new Map([
      ["-other", `//127.0.0.1:${new URL(facts.address).port}${trap}`],
      ["-private", "http://169.254.169.254/latest/meta-data/"],
    ]);
    return { status: scenario.n, body: "", headers: { location: targets.get(scenario.detail) ?? trap } };
  }
  if (name === "429-retry") {
    const dates = new Map([
      ["date", new Date(Date.now() + 5_000).toUTCString()],
      ["past", new Date(Date.now() - 60_000).toUTCString()],
    ]);
    const failure = dialect.failure("429", facts);
    const after = dates.get(scenario.detail) ?? scenario.detail;
    return failure && { ...failure, headers: { ...failure.headers, "retry-after": after } };
  }
  return dialect.failure(name, facts);
}
