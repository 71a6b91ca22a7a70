import { z } from "zod";
import { type Answer, callApi } from "#lib/base/call-api.ts";

const runSchema = z.object({
  runId: z.string(),
  title: z.string(),
  status: z.enum(["running", "complete", "stopped", "failed", "interrupted"]),
  total: z.number(),
  ended: z.number(),
  costUsd: z.number().nullable(),
  createdAtMs: z.number(),
  expiresAtMs: z.number().nullable(),
});
const pageSchema = z.object({
  runs: z.array(runSchema),
  /** What to ask for to get the older ones; null at the end. */
  next: z.string().nullable(),
});
const linkSchema = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  bytes: z.number(),
  createdAtMs: z.number(),
  expiresAtMs: z.number().nullable(),
});
const linksSchema = z.object({ links: z.array(linkSchema) });

export type KeptRun = z.infer<typeof runSchema>;
export type KeptRuns = z.infer<typeof pageSchema>;
export type KeptLink = z.infer<typeof linkSchema>;

export function listRuns(search: string, before: string | null): Promise<Answer<KeptRuns>> {
  const query = new URLSearchParams({ limit: "30" });
  if (search !== "") query.set("search", search);
  if (before !== null) query.set("before", before);
  return callApi({ method: "GET", path: `/api/history?${query}` }, (body) => pageSchema.parse(body));
}

export function renameRun(runId: string, title: string): Promise<Answer<null>> {
  return callApi({ method: "PUT", path: `/api/history/${runId}`, body: { title } }, () => null);
}

export function deleteRun(runId: string): Promise<Answer<null>> {
  return callApi({ method: "DELETE", path: `/api/history/${runId}` }, () => null);
}

export function deleteAllRuns(): Promise<Answer<null>> {
  return callApi({ method: "DELETE", path: "/api/history" }, () => null);
}

export function listLinks(): Promise<Answer<KeptLink[]>> {
  return callApi({ method: "GET", path: "/api/comparisons" }, (body) => linksSchema.parse(body).links);
}

export function revokeLink(id: string): Promise<Answer<null>> {
  return callApi({ method: "DELETE", path: `/api/comparisons/${id}` }, () => null);
}
