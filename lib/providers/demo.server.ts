import "server-only";
import type { Message } from "#lib/base/message.ts";
import { bundledAnswers } from "./demo/bundled.server.ts";
import { limited } from "./demo/limit.ts";
import { createModelPace, type Pace } from "./demo/pace.ts";
import { scoreOf } from "./demo/score.ts";
import { simulate } from "./demo/simulate.ts";
import type { Protocol } from "./types.ts";

/** Id of the one model of the provider `demo`. */
const MODEL = "demo";

/**
 * The provider that needs no key and no network. A bundled lesson's prompts get that lesson's answers,
 * any other prompt the simulator's; `origin` says which. Counts nothing: usage is null.
 *
 * A call is repeatable: the same messages and `sampleIndex` give the same text, whatever else is running.
 */
export function createDemo(options: { pace?: Pace } = {}): Protocol {
  const pace = options.pace ?? createModelPace();
  return {
    id: "demo",
    async complete(_connection, request, sink) {
      const sampleIndex = request.sampleIndex ?? 0;
      const { origin, text } = answer(request.messages, sampleIndex);
      const part = limited(text, request.params);
      await pace.play(scoreOf(part.text, sampleIndex), (delta) => sink.text(delta), request.signal);
      return { ending: request.signal.aborted ? "stopped" : part.ending, usage: null, origin };
    },
    listModels: async () => [{ id: MODEL, label: "Demonstration (no language model)" }],
  };
}

export const demo: Protocol = createDemo();

/** Where an answer to these messages comes from, so that it can be labelled before it is there. */
export function demoKind(messages: readonly Message[]): "bundled" | "simulated" {
  return bundledAnswers(messages) === undefined ? "simulated" : "bundled";
}

function answer(messages: readonly Message[], sampleIndex: number) {
  const texts = bundledAnswers(messages);
  const text = texts?.[sampleIndex % texts.length];
  if (text !== undefined) return { origin: "bundled", text } as const;
  return { origin: "simulated", text: simulate(messages, sampleIndex) } as const;
}
