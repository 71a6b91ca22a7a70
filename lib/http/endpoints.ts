import { z } from "zod";
import { checkingWork } from "#lib/checks/turns.ts";
import { checkSchema } from "#lib/comparison/schema.ts";
import { improvementSchema } from "#lib/improving/improvement.ts";
import { improveRequestSchema } from "#lib/improving/request.ts";
import { judgeRequestSchema } from "#lib/judging/request.ts";
import { runRequestSchema } from "#lib/runs/request.ts";
import { shareRequestSchema } from "#lib/sharing/share-request.ts";
import type { Endpoint } from "./endpoint.ts";
import { linkList, madeLink, oembedAnswer, oembedQuery, sharedComparison } from "./link-answers.ts";
import {
  checkResult,
  historyEntry,
  historyPage,
  historyQuery,
  renameBody,
  runAnswer,
} from "./run-answers.ts";

const provider = z.object({
  id: z.string(),
  label: z.string(),
  configured: z.boolean(),
  source: z.enum(["own", "server", "local", "none"]),
  problem: z.string().optional(),
  models: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      contextWindow: z.int().optional().describe("tokens"),
      price: z.object({ inputUsdPerMillion: z.number(), outputUsdPerMillion: z.number() }).optional(),
      capabilities: z.object({ params: z.array(z.string()), reasoning: z.boolean() }),
    }),
  ),
});
const keyState = z.object({
  provider: z.string(),
  label: z.string(),
  source: z.enum(["own", "server", "none"]),
  takes: z.enum(["key", "optional"]),
  needsAddress: z.boolean(),
  baseUrl: z.string().optional().describe("scheme and host only"),
  remember: z.boolean(),
  keyPage: z.string().optional(),
});
const done = z.object({ ok: z.literal(true) });
const health = z.object({ status: z.enum(["live", "ready", "not-ready"]) });

const keyBody = z.strictObject({
  apiKey: z
    .string()
    .max(4_000)
    .regex(/^[\x21-\x7e]*$/, "a key has no spaces and only plain characters"),
  baseUrl: z.string().max(2_000).optional(),
  remember: z.boolean().default(false),
});
/** Work of one request, as `checkingWork` counts it: about a second. */
const CHECKING_WORK = 10_000_000;
const checksBody = z
  .strictObject({
    texts: z.array(z.string().max(1_000_000)).min(1).max(100),
    checks: z.array(checkSchema).min(1).max(100),
  })
  .refine(
    ({ texts, checks }) =>
      checkingWork(
        checks,
        texts.map(({ length }) => length),
      ) <= CHECKING_WORK,
    "too much at once: send fewer or shorter texts, or fewer checks",
  );

/** Keeps each endpoint's own types of body and query while the table stays one list. */
function define<Body extends z.ZodType, Query extends z.ZodType>(
  endpoint: Endpoint<Body, Query>,
): Endpoint<Body, Query> {
  return endpoint;
}

/** Every operation of the HTTP interface; /api/openapi.json is generated from this. */
export const ENDPOINTS = {
  live: define({
    method: "GET",
    path: "/api/health/live",
    summary: "The process answers",
    answer: health,
    open: true,
  }),
  ready: define({
    method: "GET",
    path: "/api/health/ready",
    summary: "Runs can start",
    answer: health,
    open: true,
  }),
  models: define({
    method: "GET",
    path: "/api/models",
    summary: "Providers and their models, with prices, windows and the parameters they take",
    answer: z.object({ providers: z.array(provider) }),
  }),
  keys: define({
    method: "GET",
    path: "/api/keys",
    summary: "Which keys exist and where they come from; never a key itself",
    answer: z.object({ mode: z.enum(["local", "hosted"]), keys: z.array(keyState) }),
  }),
  saveKey: define({
    method: "PUT",
    path: "/api/keys/{provider}",
    summary: "Keep a person's own key in a sealed cookie",
    body: keyBody,
    answer: done,
  }),
  forgetKey: define({
    method: "DELETE",
    path: "/api/keys/{provider}",
    summary: "Forget a person's own key",
    answer: done,
  }),
  testKey: define({
    method: "POST",
    path: "/api/keys/{provider}/test",
    summary: "Ask the provider for its model list with the key that a run would use; costs nothing",
    answer: z.union([
      z.object({ ok: z.literal(true), models: z.int() }),
      z.object({ ok: z.literal(false), message: z.string() }),
    ]),
  }),
  startRun: define({
    method: "POST",
    path: "/api/runs",
    summary: "Start a run; the answer is its stream of events. Takes an Idempotency-Key header",
    body: runRequestSchema,
    answer: "text/event-stream",
  }),
  run: define({
    method: "GET",
    path: "/api/runs/{id}",
    summary: "The run so far",
    answer: runAnswer,
  }),
  runEvents: define({
    method: "GET",
    path: "/api/runs/{id}/events",
    summary: "The stream again, after the Last-Event-ID header",
    answer: "text/event-stream",
  }),
  stopRun: define({
    method: "POST",
    path: "/api/runs/{id}/stop",
    summary: "Stop paying, at once",
    answer: done,
  }),
  history: define({
    method: "GET",
    path: "/api/history",
    summary: "The runs that are kept for this browser, newest first",
    query: historyQuery,
    answer: historyPage,
  }),
  clearHistory: define({
    method: "DELETE",
    path: "/api/history",
    summary: "Delete all of them",
    answer: z.object({ removed: z.int() }),
  }),
  keptRun: define({
    method: "GET",
    path: "/api/history/{id}",
    summary: "A kept run with what it was asked, to open it again",
    answer: historyEntry,
  }),
  renameRun: define({
    method: "PUT",
    path: "/api/history/{id}",
    summary: "Give a kept run another title",
    body: renameBody,
    answer: done,
  }),
  deleteRun: define({
    method: "DELETE",
    path: "/api/history/{id}",
    summary: "Delete a run and everything of it; one that still goes on is stopped",
    answer: done,
  }),
  checks: define({
    method: "POST",
    path: "/api/checks",
    summary: "Hold texts against checks; no model is called",
    body: checksBody,
    answer: z.object({
      results: z.array(z.array(checkResult)).describe("one list a text, one result a check"),
    }),
  }),
  judge: define({
    method: "POST",
    path: "/api/judgements",
    summary:
      "Ask a model which of two outputs does a criterion better, or what one output does; the answer is a stream of events",
    body: judgeRequestSchema,
    answer: "text/event-stream",
  }),
  improve: define({
    method: "POST",
    path: "/api/improvements",
    summary:
      "Ask a model for the parts of a better prompt; nothing is changed. Takes an Idempotency-Key header",
    body: improveRequestSchema,
    answer: improvementSchema,
  }),
  share: define({
    method: "POST",
    path: "/api/comparisons",
    summary:
      "Freeze a comparison, with the answers of a kept run or without, behind a link. Takes an Idempotency-Key header",
    body: shareRequestSchema,
    answer: madeLink,
  }),
  links: define({
    method: "GET",
    path: "/api/comparisons",
    summary: "The living links of this browser, newest first",
    answer: linkList,
  }),
  shared: define({
    method: "GET",
    path: "/api/comparisons/{id}",
    summary: "What a link shows; taken back, expired and never made are all 404",
    answer: sharedComparison,
    open: true,
  }),
  revoke: define({
    method: "DELETE",
    path: "/api/comparisons/{id}",
    summary:
      "Take a link back, for everybody at once: as the browser that made it, or with its manage token as Authorization: Bearer",
    answer: done,
  }),
  sharedImage: define({
    method: "GET",
    path: "/api/comparisons/{id}/image",
    summary: "The preview picture of a link, 1200 × 630",
    answer: "image/png",
    open: true,
  }),
  oembed: define({
    method: "GET",
    path: "/api/oembed",
    summary: "oEmbed 1.0 for links of this server, as JSON",
    query: oembedQuery,
    answer: oembedAnswer,
    open: true,
  }),
  openapi: define({
    method: "GET",
    path: "/api/openapi.json",
    summary: "This description",
    answer: z.record(z.string(), z.unknown()),
    open: true,
  }),
} as const;
