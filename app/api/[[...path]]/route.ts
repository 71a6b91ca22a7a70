import { z } from "zod";
import { AppError } from "#lib/base/errors.ts";
import type { Endpoint } from "#lib/http/endpoint.ts";
import { route } from "#lib/http/route.server.ts";

const NOTHING: Endpoint = { method: "GET", path: "/api/{path}", summary: "Nothing here", answer: z.never() };

const notFound = route(NOTHING, () => {
  throw new AppError("not-found", "There is nothing at this address. /api/openapi.json lists what is.");
});

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
