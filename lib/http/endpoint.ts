import type { z } from "zod";

/**
 * One operation of the HTTP interface. The route parses with it and the OpenAPI document is made from it,
 * so that the two cannot disagree.
 */
export interface Endpoint<Body extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType> {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** With parameters in braces: `/api/runs/{id}`. */
  path: string;
  summary: string;
  body?: Body;
  /** What may stand behind the question mark: an object of strings. */
  query?: Query;
  /** Shape of the answer, or the media type when it is no JSON. */
  answer: z.ZodType | "text/event-stream" | "image/png";
  /** Anyone may ask, without an owner: health, and what a link shows to whoever has it. */
  open?: boolean;
}
