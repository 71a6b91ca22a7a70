import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ENDPOINTS } from "./endpoints.ts";
import { openApiDocument } from "./openapi.ts";

const ROOT = path.join(import.meta.dirname, "../../app/api");

/** Every route file as "METHOD /api/path", read from what it exports. */
function routesOnDisk(): string[] {
  return readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts") && !file.startsWith("[[..."))
    .flatMap((file) => {
      const source = readFileSync(path.join(ROOT, file), "utf8");
      const address = `/api/${path.dirname(file).replace(/\[(\w+)\]/g, "{$1}")}`;
      return [...source.matchAll(/^export const (GET|POST|PUT|PATCH|DELETE) = route\(\s*ENDPOINTS\./gm)].map(
        ([, method]) => `${method} ${address}`,
      );
    });
}

test("[R05][R15] every route is in the table and goes through the one wrapper, and the table names no other", () => {
  expect(routesOnDisk().sort()).toEqual(
    Object.values(ENDPOINTS)
      .map(({ method, path: address }) => `${method} ${address}`)
      .sort(),
  );
});

test("no route file exports a handler that is not wrapped", () => {
  for (const file of readdirSync(ROOT, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith("route.ts")) continue;
    const source = readFileSync(path.join(ROOT, file), "utf8");
    // Every export is either `export const METHOD = route(` or, for the address that is nothing, that one handler.
    const wrapped = source.match(/^export const [A-Z]+ = route\(/gm) ?? [];
    const renamed = source.match(/^export \{ (notFound as [A-Z]+(, )?)+ \};$/gm) ?? [];
    expect(source.match(/\bexport\b/g)?.length, file).toBe(wrapped.length + renamed.length);
  }
});

test("the OpenAPI document describes every operation, its body and its errors", () => {
  const document = JSON.parse(JSON.stringify(openApiDocument()));
  for (const [operationId, endpoint] of Object.entries(ENDPOINTS)) {
    const operation = document.paths[endpoint.path][endpoint.method.toLowerCase()];
    expect(operation.operationId).toBe(operationId);
    expect(operation.responses.default.content["application/json"].schema.properties.error).toBeDefined();
    expect("requestBody" in operation).toBe(endpoint.body !== undefined);
  }
  const body = document.paths["/api/runs"].post.requestBody.content["application/json"].schema;
  expect(body.required).toEqual(["variants"]);
  expect(JSON.stringify(body)).toContain('"starts-with"');
});
