import type { Call } from "./fake-provider/journal.ts";

export interface WireEvent {
  id: number;
  event: string;
  data: Record<string, unknown>;
}

const POEM_BEFORE = { kind: "text", text: "Generate a poem about nature." };
const POEM_AFTER = {
  kind: "parts",
  role: "an expert nature poet inspired by Rabindranath Tagore",
  task: "Write a poem about the sunrise on a calm lake. Focus on the reflection of the light.",
  constraints: [{ kind: "lines", op: "exactly", n: 4 }],
  opening: "A golden light first kisses the water.",
  tone: ["joyful", "healing"],
  closing: "the feeling of hope",
};

/** The least body that works: the poem pair on one model. */
export function poemRun(model: { provider: string; model: string }, samples = 1): Record<string, unknown> {
  return {
    variants: [
      { id: "before", prompt: POEM_BEFORE, model },
      { id: "after", prompt: POEM_AFTER, model },
    ],
    samples,
  };
}

/** One variant on one model, with a prompt that names the test, so that its calls can be told from others. */
export function singleRun(provider: string, model: string, text = "Write."): Record<string, unknown> {
  return { variants: [{ id: "a", prompt: { kind: "text", text }, model: { provider, model } }] };
}

export function postRun(
  appUrl: string,
  body: unknown,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Response> {
  return fetch(`${appUrl}/api/runs`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
    signal: signal ?? null,
  });
}

export function parseEvents(text: string): WireEvent[] {
  return text
    .split("\n\n")
    .filter((block) => block.startsWith("id: "))
    .map((block) => {
      const [id, event, data] = block.split("\n").map((line) => line.slice(line.indexOf(": ") + 2));
      return { id: Number(id), event: event ?? "", data: JSON.parse(data ?? "null") };
    });
}

/** Runs to the end and returns every event. */
export async function runToEnd(
  appUrl: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<WireEvent[]> {
  const response = await postRun(appUrl, body, headers);
  if (!response.ok) throw new Error(`POST /api/runs answered ${response.status}: ${await response.text()}`);
  return parseEvents(await response.text());
}

/** Reads until an event of this name has come; returns the events so far and the reader, still open. */
export async function readUntil(
  response: Response,
  event: string,
): Promise<{ events: WireEvent[]; rest: ReadableStreamDefaultReader<Uint8Array> }> {
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error("the answer has no body");
  const decoder = new TextDecoder();
  let text = "";
  while (!text.includes(`event: ${event}\n`) || !text.endsWith("\n\n")) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`the stream ended before any ${event}`);
    text += decoder.decode(value, { stream: true });
  }
  return { events: parseEvents(text), rest: reader };
}

export function runIdOf(events: WireEvent[]): string {
  return String(events.find(({ event }) => event === "run-start")?.data.runId);
}

/** What the fake provider has seen. */
export async function fakeCalls(fakeUrl: string): Promise<Call[]> {
  const { calls } = await (await fetch(`${fakeUrl}/__fake/log`)).json();
  return calls;
}

/** Calls whose prompt holds this text. */
export async function callsFor(fakeUrl: string, text: string): Promise<Call[]> {
  return (await fakeCalls(fakeUrl)).filter(({ body }) => JSON.stringify(body ?? null).includes(text));
}
