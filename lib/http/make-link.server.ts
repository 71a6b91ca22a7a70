import "server-only";
import { AppError } from "#lib/base/errors.ts";
import { contentHash } from "#lib/comparison/content-hash.ts";
import { allChecks } from "#lib/comparison/derive.ts";
import { isContractChanged, promisedChecks } from "#lib/comparison/promised-checks.ts";
import { type Case, type Comparison, SCHEMA_VERSION, type Variant } from "#lib/comparison/schema.ts";
import type { SampleKey, SampleResult } from "#lib/runs/events.ts";
import type { History, HistoryEntry } from "#lib/runs/history.server.ts";
import type { Hub } from "#lib/runs/hub.server.ts";
import {
  type Idempotency,
  type RunOwner,
  refuseOtherBody,
  type Submissions,
  scopesOf,
} from "#lib/runs/submissions.server.ts";
import { freezeInTurns } from "#lib/sharing/freeze.ts";
import type { Links, MadeLink } from "#lib/sharing/links.server.ts";
import type { ShareRequest } from "#lib/sharing/share-request.ts";
import type { Snapshot } from "#lib/sharing/snapshot.ts";

/** Characters of answers. Each takes a byte at least, so that a link of 4 MB (SL6) can hold no more. */
const MOST_CHARS = 4 * 1024 * 1024;

interface LinkServices {
  hub: Hub;
  history: History;
  links: Links;
  linkSubmissions: Submissions<MadeLink>;
}

/**
 * Makes a link, or answers the one that the same key and body made. What a run of this server brought comes from the
 * server's own record and nobody's word; a run of somebody else does not exist.
 * @throws AppError not-found, conflict, invalid-body, body-too-large, too-many-links, idempotency-mismatch
 */
export async function makeLink(
  { hub, history, links, linkSubmissions }: LinkServices,
  owner: RunOwner,
  request: ShareRequest,
  idempotency: Idempotency | null,
): Promise<MadeLink> {
  const scopes = idempotency === null ? [] : scopesOf(owner, idempotency);
  const earlier = linkSubmissions.find(scopes, idempotency?.bodyHash ?? "");
  if (earlier !== null) return earlier;
  const making = make();
  linkSubmissions.remember(scopes, idempotency?.bodyHash ?? "", making);
  return making;

  async function make(): Promise<MadeLink> {
    const kept = await madeBefore();
    if (kept !== null) return kept;
    const { expiresInDays } = request;
    try {
      await links.refuseTooMany(owner.id);
      const snapshot = await snapshotOf(request, { hub, history, ownerId: owner.id });
      if (idempotency === null) return await links.make(owner.id, snapshot, expiresInDays);
      const claim = { scopes, bodyHash: idempotency.bodyHash };
      const link = await links.makeOnce(claim, owner.id, snapshot, expiresInDays);
      if (link !== null) return link;
    } catch (error) {
      // The same request on another instance may have been the last one that was allowed.
      const made = error instanceof AppError && error.code === "too-many-links" ? await madeBefore() : null;
      if (made === null) throw error;
      return made;
    }
    const made = await madeBefore();
    if (made === null) throw new Error("the key of a link names one, and there is none");
    return made;
  }

  /** What another instance, or this one before it was started again, made of the same request. */
  async function madeBefore(): Promise<MadeLink | null> {
    if (idempotency === null) return null;
    const found = await links.claimed(scopes);
    if (found === null) return null;
    refuseOtherBody(found.bodyHash, idempotency.bodyHash);
    return found.link;
  }
}

interface Record {
  hub: Hub;
  history: History;
  ownerId: string;
}

async function snapshotOf(request: ShareRequest, record: Record): Promise<Snapshot> {
  const { comparison, runId, laterRuns = [], samples, startedAt, contractChanged = false } = request;
  if (runId !== undefined) return recorded(record, [runId, ...laterRuns], comparison);
  if (comparison === undefined) throw new AppError("invalid-body", "Send a comparison or the id of a run.");
  if (samples === undefined) return freezeInTurns(comparison, null);
  const startedAtMs = startedAt === undefined ? Date.now() : Date.parse(startedAt);
  return freezeInTurns(comparison, { startedAtMs, source: "reported", samples, contractChanged });
}

async function recorded(
  { hub, history, ownerId }: Record,
  runIds: readonly string[],
  given: Comparison | undefined,
): Promise<Snapshot> {
  let comparison = given;
  let asked: string | null = null;
  let startedAtMs: number | null = null;
  let promised: string | undefined;
  const cells = new Map<string, SampleResult | null>();
  let chars = 0;
  const put = (key: SampleKey, answer: SampleResult | null) => {
    chars += (answer?.text.length ?? 0) - (cells.get(cellOf(key))?.text.length ?? 0);
    cells.set(cellOf(key), answer);
  };
  // One after the other: a hundred runs at once would be a hundred times the memory of the largest.
  for (const id of new Set(runIds)) {
    const kept = await history.read(ownerId, id);
    comparison ??= comparisonOf(kept);
    startedAtMs ??= kept.run.createdAtMs;
    promised ??= promisedChecks(allChecks({ ...kept.request, settings: settingsOf(kept.request) }));
    asked ??= await askedHash(comparison);
    if ((await askedHash(kept.request)) !== asked) {
      throw new AppError(
        "conflict",
        "These are not the prompts that the run was asked. Share them without answers, or run them again.",
      );
    }
    // What is still in memory may hold an answer that could not be written.
    const now = await hub.snapshot(ownerId, id);
    if (now.status === "running") {
      throw new AppError("conflict", "The run still goes on. Share it when it has ended, or stop it first.");
    }
    for (const answer of now.samples) put(answer, answer);
    // A cell that was made again and failed has no answer any more.
    for (const failed of now.errors) put(failed, null);
    if (chars > MOST_CHARS) {
      throw new AppError(
        "body-too-large",
        "A link holds at most 4 MB. Share fewer samples, or the prompts alone.",
      );
    }
  }
  if (comparison === undefined || startedAtMs === null) throw new Error("a recorded snapshot has a run");
  return freezeInTurns(comparison, {
    startedAtMs,
    source: "recorded",
    contractChanged: isContractChanged(promised, allChecks(comparison)),
    samples: [...cells.values()].filter((answer) => answer !== null),
  });
}

/** Hash of all that decides what a model is asked. */
function askedHash({ variants, cases }: { variants: readonly Variant[]; cases: readonly Case[] }) {
  return contentHash({
    variants: variants.map(({ id, prompt, model, params }) => ({ id, prompt, model, params })),
    cases,
  });
}

function comparisonOf({ run, request }: HistoryEntry): Comparison {
  if (request.variants.length < 2) {
    throw new AppError("invalid-body", "A shared comparison has two sides; this run has one.", {
      field: "runId",
    });
  }
  return {
    version: SCHEMA_VERSION,
    title: run.title,
    note: "",
    variants: request.variants,
    cases: request.cases,
    checks: request.checks,
    settings: settingsOf(request),
  };
}

function settingsOf({ samples, off, answer }: HistoryEntry["request"]): Comparison["settings"] {
  return {
    samples,
    ...(off === undefined ? {} : { off }),
    ...(answer === undefined ? {} : { answer }),
  };
}

function cellOf({ variant, case: caseId, sample }: SampleKey) {
  return `${variant}/${caseId}/${sample}`;
}
