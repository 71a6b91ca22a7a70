import "server-only";
import type { z } from "zod";
import { AppError, ERROR_STATUS } from "#lib/base/errors.ts";
import { newId } from "#lib/base/ids.ts";
import { describeError, log } from "#lib/log.server.ts";
import type { BoundKey } from "#lib/providers/keys.server.ts";
import { type Services, services } from "#lib/services.server.ts";
import { readJson } from "./body.server.ts";
import type { Endpoint } from "./endpoint.ts";
import { judgeOrigin } from "./origin.ts";
import { ownKeysOf } from "./own-keys.server.ts";
import { type Owner, ownerOf } from "./owner.server.ts";

export interface RouteInput<Body, Query> {
  request: Request;
  /** Path parameters, decoded. */
  params: Record<string, string>;
  body: Body;
  query: Query;
  /** The body as it was sent, for idempotency hashes; empty without a body. */
  bodyText: string;
  owner: Owner;
  ownKeys(): Promise<Record<string, BoundKey>>;
  services: Services;
}

type Handler<Body, Query> = (input: RouteInput<Body, Query>) => Promise<Response> | Response;
/** `params` resolves to nothing on a route without parameters. */
type RouteContext = { params: Promise<Record<string, string | string[] | undefined> | undefined> };

/**
 * The only way to write an API route: origin, body and errors are handled here, once.
 * The handler gets a parsed body and returns a response; what it throws becomes a status and a sentence.
 */
export function route<Body extends z.ZodType, Query extends z.ZodType>(
  endpoint: Endpoint<Body, Query>,
  handler: Handler<z.infer<Body>, z.infer<Query>>,
) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = newId("req");
    try {
      const { environment, secret, secureCookies } = services();
      // A stream has a reader or is not begun: the framework answers HEAD by running GET and dropping its body.
      if (request.method === "HEAD" && endpoint.answer === "text/event-stream") {
        throw new AppError("method-not-allowed", "A stream of events can only be read with GET or POST.");
      }
      const verdict = judgeOrigin(request.method, request.headers, {
        mode: environment.mode,
        publicOrigin: environment.publicOrigin,
      });
      if ("refused" in verdict && !endpoint.open) throw new AppError("forbidden-origin", verdict.refused);
      const from = "from" in verdict ? verdict.from : "script";
      const owner = ownerOf(request.headers, from, secureCookies);
      const { value, text } =
        endpoint.body === undefined ? { value: undefined, text: "" } : await readJson(request);
      const response = await handler({
        request,
        params: flatten((await context.params) ?? {}),
        body: parse(endpoint.body, value),
        query: parse(endpoint.query, Object.fromEntries(new URL(request.url).searchParams)),
        bodyText: text,
        owner,
        ownKeys: () => ownKeysOf(request.headers, secret, secureCookies),
        services: services(),
      });
      response.headers.set("x-request-id", requestId);
      if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
      return response;
    } catch (error) {
      return errorResponse(error, requestId, request.signal.aborted);
    }
  };
}

/** Nothing is expected where there is no schema. */
function parse<Schema extends z.ZodType>(schema: Schema | undefined, value: unknown): z.infer<Schema> {
  if (schema === undefined) return undefined as z.infer<Schema>;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.map(String).join(".") ?? "";
  throw new AppError("invalid-body", sentenceOf(issue, field), field === "" ? {} : { field });
}

function sentenceOf(issue: z.core.$ZodIssue | undefined, field: string): string {
  if (issue === undefined) return "The request does not have the expected form.";
  const where = field === "" ? "The request" : `“${field}”`;
  if (issue.code === "unrecognized_keys") {
    return `${where} has a field that is not known here: ${issue.keys.map((key) => `“${key.slice(0, 40)}”`).join(", ")}.`;
  }
  return `${where}: ${issue.message}.`;
}

function flatten(params: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join("/") : (value ?? ""),
    ]),
  );
}

/** Known errors answer their own sentence; anything else is logged and answers a number to quote. */
function errorResponse(error: unknown, requestId: string, hasLeft: boolean): Response {
  const known = error instanceof AppError ? error : null;
  if (known === null && !hasLeft) log.error({ requestId, error: describeError(error) }, "a request failed");
  const code = known?.code ?? "internal";
  const message =
    known?.message ?? `Something went wrong on our side. Try again; if it stays, quote ${requestId}.`;
  return Response.json(
    { error: { code, message, ...(known?.field === undefined ? {} : { field: known.field }), requestId } },
    { status: ERROR_STATUS[code], headers: { "cache-control": "no-store", "x-request-id": requestId } },
  );
}
