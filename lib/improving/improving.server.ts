import "server-only";
import { AppError } from "#lib/base/errors.ts";
import type { Environment } from "#lib/env.server.ts";
import { type OwnKeys, resolveConnection } from "#lib/providers/credentials.server.ts";
import type { Clocks } from "#lib/providers/types.ts";
import type { Gate } from "#lib/runs/gate.server.ts";
import {
  createSubmissions,
  type RunOwner,
  readIdempotency,
  type SentKey,
  scopesOf,
} from "#lib/runs/submissions.server.ts";
import type { Improvement } from "./improvement.ts";
import { improve } from "./job.server.ts";
import { prepareImprovement } from "./prepare.server.ts";
import type { ImproveRequest } from "./request.ts";

interface ImprovingOptions {
  /** The same gate as runs pass through: one limit a key, whatever the call is for. */
  gate: Gate;
  onDefect(error: unknown): void;
  /** Improvements that one browser may have open at once; without it there is no limit. */
  openEach?: number;
  /** Instead of those of runs. */
  clocks?: Partial<Clocks>;
}

interface StartInput {
  environment: Environment;
  owner: RunOwner;
  request: ImproveRequest;
  ownKeys: OwnKeys;
  idempotency: SentKey;
  /** The HTTP request's own: aborted when its client has gone. */
  signal: AbortSignal;
}

/** Every improvement of this process. */
export interface Improving {
  /**
   * Asks the model, or joins what the same key and body asked. The call lives as long as somebody waits for it: when
   * the last one leaves, it is closed at once and forgotten.
   * @throws AppError shutting-down, too-many-improvements, idempotency-mismatch, and what `prepareImprovement`
   * throws, before anything is paid for. `answer` rejects when it was stopped.
   */
  start(input: StartInput): Promise<{ answer: Promise<Improvement> }>;
  /** Closes every call and starts none from now on. */
  stopAll(): void;
  /** Calls still open. */
  running(): number;
}

/** One call and those who wait for it. */
interface Open {
  ownerId: string;
  controller: AbortController;
  waiting: number;
}

/** Long enough for a browser that lost the connection to ask again, ms. */
const KEPT_MS = 10 * 60_000;
/** An answer may hold 50,000 characters. */
const KEPT_ANSWERS = 200;

export function createImproving({ gate, onDefect, openEach, clocks }: ImprovingOptions): Improving {
  const open = new Map<Promise<Improvement>, Open>();
  const submissions = createSubmissions<Improvement>({ keptMs: KEPT_MS, most: KEPT_ANSWERS });
  let stopping = false;

  const wait = (answer: Promise<Improvement>, signal: AbortSignal) => {
    const call = open.get(answer);
    if (call === undefined) return;
    call.waiting += 1;
    const leave = () => {
      call.waiting -= 1;
      if (call.waiting === 0) call.controller.abort(new Error("nobody waits for it any more"));
    };
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave, { once: true });
  };

  const begin = ({ environment, owner, request, ownKeys }: StartInput): Promise<Improvement> => {
    if (stopping) throw restarting();
    const resolve = (provider: string) => resolveConnection({ provider, ownKeys, environment });
    const prepared = prepareImprovement(request, resolve, clocks);
    refuseMany(owner.id);
    const controller = new AbortController();
    const answer = improve(prepared, { gate, signal: controller.signal, onDefect }).then((improvement) => {
      if (improvement === null) throw restarting();
      return improvement;
    });
    open.set(answer, { ownerId: owner.id, controller, waiting: 0 });
    const close = () => open.delete(answer);
    answer.then(close, close);
    return answer;
  };

  const refuseMany = (ownerId: string) => {
    if (openEach === undefined) return;
    const theirs = [...open.values()].filter((call) => call.ownerId === ownerId).length;
    if (theirs < openEach) return;
    throw new AppError(
      "too-many-improvements",
      `${theirs} improvements of yours are being written. Wait for one of them, or stop it.`,
    );
  };

  return {
    async start(input) {
      const sent = readIdempotency(input.idempotency);
      const scopes = sent === null ? [] : scopesOf(input.owner, sent);
      const earlier = sent === null ? null : submissions.find(scopes, sent.bodyHash);
      const joins = earlier !== null && open.get(earlier)?.controller.signal.aborted !== true;
      const answer = joins ? earlier : begin(input);
      if (!joins && sent !== null) submissions.remember(scopes, sent.bodyHash, answer);
      wait(answer, input.signal);
      return { answer };
    },
    stopAll() {
      stopping = true;
      for (const { controller } of open.values()) controller.abort(new Error("the server stops"));
    },
    running: () => open.size,
  };
}

function restarting(): AppError {
  return new AppError("shutting-down", "The server is about to restart. Try again in a moment.");
}
