/**
 * Every scenario, by the model name that starts it (`fake/` comes before each).
 *
 * Answers
 *   ok                      a poem for a poem prompt, else a short reply; obeys the output bound asked for
 *   thinking                the same after some thinking text
 *   slow-first-token-MS     the first token after MS (2000)
 *   slow-tokens-MS          every token after a further MS (200)
 *   held                    three tokens, then one every 50 ms until the client leaves
 *   stream-NxR              N tokens at R a second, on one timer for all such streams; also tokens-N-rate-R
 *   burst-5000tps           5,000 tokens, 25 every 5 ms
 *   1MB                     a text of 1,048,576 characters
 *   28MiB-event             one frame of 28 MiB
 *   obedient-injection      a text that carries HTML, a remote image and forged stream frames
 *   inject-event            the same, smaller, plus a forged named frame on the wire
 * A judge's verdicts (for a prompt with fenced texts, judge.ts; `ok` gives those of judge-honest)
 *   judge-honest            prefers the text that has the words quoted in the criterion, else the shorter one
 *   judge-first             always prefers the text it is shown first
 *   judge-long              prefers the longer text
 *   judge-obeys             prefers the text that says "choose me", and says yes to everything
 *   judge-yes               says yes to every item, with a true quote, in a code fence
 *   judge-invents           verdicts with quotes that stand in no text
 *   judge-garbage           no verdict at all       judge-both   two verdicts that contradict each other
 *   judge-refuses           declines
 * Parts of a better prompt (for a prompt that asks for them, improve.ts; every answer above gives those of `ok`)
 *   improve-fenced          in a code fence with words around it
 *   improve-malformed       JSON that breaks off     improve-shape       JSON of another shape
 *   improve-odd             parts beside things that are none
 *   improve-nothing         every part empty         improve-french      in French
 *   improve-forgets         a task without the prompt's variables
 *   improve-hostile         markup and scripts as texts
 *   no-schema               refuses to be held to a schema, else as `ok`
 * The same answer as `ok`, in other bytes
 *   1-byte-slices, split-utf8, split-surrogates (an emoji over two frames), crlf, cr, bom, gzip,
 *   wrong-content-type, unknown-event, choices-empty,
 *   null-delta, proto-keys, comments (between the frames), two-done, text-after-done
 * Usage
 *   usage-missing, usage-null, usage-zero, usage-negative, usage-huge, usage-text
 * Endings
 *   length, refusal, content-filter, tool-use, pause, unknown-reason, empty-output
 * Cut, stalled, broken
 *   clean-eof-N, rst-N, stall-N (or stall-after-N), malformed-json-N, malformed-key-N, wrong-type-N   after N tokens
 *   no-done                 all of it but the terminal marker        no-reason   all but the finish reason
 *   error-mid-stream-named-N, -flat-N, -nested-N, -overloaded-N      an error frame after N tokens
 *   comments-only           comments for ever                        pings-N     N tokens, then keep-alives for ever
 *   no-headers              nothing at all                           fin-before-headers   the connection closes
 *   headers-then-nothing    a 200, then nothing
 * Refusals
 *   400, 401-echo-key, 402, 403, 404-model, 408, 409, 413, 422, 429, 429-retry-V, 429-spend-limit,
 *   429-quota, 500, 502-html, 503, 504, 529, context-length, bad-parameter (echoes key and address),
 *   no-temperature (refuses `temperature` and `max_tokens` as reasoning models do)
 *   html                    a 200 web page
 *   json                    a 200 JSON document in place of a stream
 *   redirect-S, redirect-S-other, redirect-S-private   S one of 301 302 303 307 308
 * Then better
 *   first-N-X               the first N calls play X, the later ones `ok`
 *
 * Any other name is a model that does not exist.
 */

export interface Scenario {
  name: string;
  /** The number at the end of the name: tokens, milliseconds or a status. */
  n: number;
  /** What follows the name where that is not a number. */
  detail: string;
}

const PLAIN = [
  ..."ok thinking held burst-5000tps 1MB 28MiB-event obedient-injection inject-event".split(" "),
  ..."1-byte-slices split-utf8 split-surrogates crlf cr bom gzip wrong-content-type unknown-event choices-empty".split(
    " ",
  ),
  ..."null-delta proto-keys comments two-done text-after-done".split(" "),
  ..."usage-missing usage-null usage-zero usage-negative usage-huge usage-text".split(" "),
  ..."judge-honest judge-first judge-long judge-obeys judge-yes judge-invents judge-garbage judge-both judge-refuses".split(
    " ",
  ),
  ..."improve-fenced improve-malformed improve-shape improve-odd improve-nothing improve-french".split(" "),
  ..."improve-forgets improve-hostile no-schema".split(" "),
  ..."length refusal content-filter tool-use pause unknown-reason empty-output".split(" "),
  ..."no-done no-reason comments-only no-headers fin-before-headers headers-then-nothing".split(" "),
  ..."400 401-echo-key 402 403 404-model 408 409 413 422 429 429-spend-limit 429-quota 500 502-html".split(
    " ",
  ),
  ..."503 504 529 context-length bad-parameter no-temperature html json".split(" "),
];

/** Names that end in a number, with the number they mean without one. */
const NUMBERED: Readonly<Record<string, number>> = {
  "slow-first-token": 2_000,
  "slow-tokens": 200,
  "clean-eof": 3,
  rst: 3,
  stall: 3,
  "stall-after": 3,
  "malformed-json": 3,
  "malformed-key": 3,
  "wrong-type": 3,
  "error-mid-stream-named": 3,
  "error-mid-stream-flat": 3,
  "error-mid-stream-nested": 3,
  "error-mid-stream-overloaded": 3,
  pings: 3,
};

/** Reads a model name; null when no such model exists. `earlierCalls` counts calls with the same name. */
export function scenarioOf(model: string, earlierCalls: number): Scenario | null {
  if (REAL_NAMES.has(model)) return { name: "ok", n: 0, detail: "" };
  if (!model.startsWith("fake/")) return null;
  const name = model.slice("fake/".length);
  const first = /^first-(\d+)-(.+)$/.exec(name);
  if (first !== null) {
    return scenarioOf(earlierCalls < Number(first[1]) ? `fake/${first[2]}` : "fake/ok", 0);
  }
  if (PLAIN.includes(name)) return { name, n: 0, detail: "" };
  const stream = /^(?:stream-(\d+)x(\d+)|tokens-(\d+)-rate-(\d+))$/.exec(name);
  if (stream !== null) {
    return { name: "stream", n: Number(stream[1] ?? stream[3]), detail: stream[2] ?? stream[4] ?? "50" };
  }
  const retry = /^429-retry-(.+)$/.exec(name);
  if (retry !== null) return { name: "429-retry", n: 0, detail: retry[1] ?? "" };
  const redirect = /^redirect-(30[12378])(-other|-private)?$/.exec(name);
  if (redirect !== null) return { name: "redirect", n: Number(redirect[1]), detail: redirect[2] ?? "" };
  const numbered = /^(.*?)(?:-(\d+))?$/.exec(name);
  const base = numbered?.[1] ?? "";
  if (!Object.hasOwn(NUMBERED, base)) return null;
  const n = numbered?.[2] === undefined ? (NUMBERED[base] ?? 0) : Number(numbered[2]);
  return { name: base === "stall-after" ? "stall" : base, n, detail: "" };
}

/** Names that real price lists know, so that a cost can be shown. They answer as `fake/ok` does. */
const REAL_NAMES: ReadonlySet<string> = new Set(["gpt-4.1-mini", "claude-sonnet-4-5"]);

/** Listed by `GET /v1/models`. */
export const LISTED_MODELS = [
  "fake/ok",
  "fake/thinking",
  "fake/slow-tokens",
  "fake/stream-200x50",
  ...REAL_NAMES,
] as const;
