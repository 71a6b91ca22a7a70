import { z } from "zod";
import { ERROR_STATUS } from "#lib/base/errors.ts";
import type { Endpoint } from "./endpoint.ts";
import { ENDPOINTS } from "./endpoints.ts";

const errorBody = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERROR_STATUS) as [string, ...string[]]),
    message: z.string().describe("for a person"),
    field: z.string().optional().describe("path of the field it belongs to"),
    requestId: z.string(),
  }),
});

/** The OpenAPI 3.1 document of the whole interface, made from the schemas that parse the requests. */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [operationId, endpoint] of Object.entries(ENDPOINTS)) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operation(operationId, endpoint),
    };
  }
  return { openapi: "3.1.0", info: { title: "Afterprompt", version: "1" }, paths };
}

function operation(operationId: string, endpoint: Endpoint): Record<string, unknown> {
  const parameters = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  return {
    operationId,
    summary: endpoint.summary,
    parameters: [...parameters, ...queryParameters(endpoint)],
    ...(endpoint.body === undefined
      ? {}
      : { requestBody: { required: true, content: json(endpoint.body, "input") } }),
    responses: {
      "200": {
        description: "Done",
        content:
          typeof endpoint.answer === "string"
            ? { [endpoint.answer]: { schema: { type: "string" } } }
            : json(endpoint.answer, "output"),
      },
      default: { description: "Refused or failed", content: json(errorBody, "output") },
    },
  };
}

function queryParameters({ query }: Endpoint): Record<string, unknown>[] {
  if (query === undefined) return [];
  const { properties = {} } = z.toJSONSchema(query, { io: "input", unrepresentable: "any" });
  return Object.entries(properties).map(([name, schema]) => ({ name, in: "query", required: false, schema }));
}

function json(schema: z.ZodType, io: "input" | "output"): Record<string, unknown> {
  return { "application/json": { schema: z.toJSONSchema(schema, { io, unrepresentable: "any" }) } };
}
