import { useState } from "react";
import { usePlaygroundStore } from "#components/playground/context.tsx";
import { variantOf } from "#components/playground/sides.ts";
import { holds, withoutProposal, withProposals } from "#lib/improving/apply.ts";
import type { Proposal } from "#lib/improving/improvement.ts";
import type { PartsPrompt, Prompt } from "#lib/prompt/schema.ts";

/** `earlier` is After as it was just before the part was written. */
export type Decision = { kind: "accepted"; earlier: PartsPrompt } | { kind: "refused" };

interface Decided {
  of: readonly Proposal[];
  decisions: ReadonlyMap<Proposal, Decision>;
  /** After before anything was written; null once it was edited in between. */
  origin: Prompt | null;
  /** After as it was last written from here: another one has been edited since. */
  written: Prompt | null;
}

export interface Decisions {
  of(proposal: Proposal): Decision | undefined;
  /** Those that were accepted after this one. */
  acceptedAfter(proposal: Proposal): readonly Proposal[];
  /** Takes those for which there is room; resolves to how many that were. */
  accept(proposals: readonly Proposal[]): Promise<number>;
  refuse(proposal: Proposal): void;
  /** Leaves a part that does not hold what was accepted any more. */
  undo(proposal: Proposal): void;
  /** Null while there is nothing to take back, or when After was edited in between. */
  undoAll: (() => void) | null;
}

const AFTER = 1;

/** What was taken and what was left of these proposals. Only accepting and taking back write, and only into After. */
export function useDecisions(proposals: readonly Proposal[], after: Prompt): Decisions {
  const store = usePlaygroundStore();
  const [kept, setKept] = useState<Decided>(() => fresh(proposals));
  const now = (current: Decided) => (current.of === proposals ? current : fresh(proposals));
  const { decisions, origin, written } = now(kept);
  // Accepting waits for the rules: what was decided meanwhile stays.
  const change = (changed: (current: Decided) => Partial<Decided>) =>
    setKept((current) => ({ ...now(current), ...changed(now(current)) }));
  const write = (prompt: Prompt) => store.getState().setPrompt(AFTER, prompt);
  const untouched = after === written ? origin : null;
  const restore = (first: Prompt) => {
    write(first);
    store.getState().dismissSwitch(AFTER);
  };

  return {
    of: (proposal) => decisions.get(proposal),
    acceptedAfter(proposal) {
      const accepted = [...decisions].flatMap(([each, { kind }]) => (kind === "accepted" ? [each] : []));
      const at = accepted.indexOf(proposal);
      return at === -1 ? [] : accepted.slice(at + 1);
    },
    async accept(chosen) {
      const { loadEngine, switchKind } = store.getState();
      const engine = await loadEngine();
      const from = promptNow(store);
      const isEmpty = engine.isEmptyPrompt(from);
      if (from.kind === "text" && !isEmpty) await switchKind(AFTER, "parts");
      const start = promptNow(store);
      const begun = start.kind === "parts" ? start : engine.EMPTY_PARTS;
      const { prompt, taken } = withProposals(begun, chosen);
      write(prompt);
      change((current) => {
        const first = isAccepted(current) ? (from === current.written ? current.origin : null) : from;
        const decided = new Map(current.decisions);
        for (const [proposal, earlier] of taken) {
          if (!decided.has(proposal)) decided.set(proposal, { kind: "accepted", earlier });
        }
        return { decisions: decided, origin: first, written: prompt };
      });
      return taken.size;
    },
    refuse(proposal) {
      change((current) => ({
        decisions: new Map(current.decisions).set(proposal, { kind: "refused" }),
      }));
    },
    undo(proposal) {
      const decision = decisions.get(proposal);
      if (decision?.kind !== "accepted")
        return change((current) => ({ decisions: without(current, proposal) }));
      const isLast = !isAccepted({ decisions: without({ decisions }, proposal) });
      if (isLast && untouched !== null) {
        restore(untouched);
        return change((current) => ({
          decisions: without(current, proposal),
          origin: null,
          written: null,
        }));
      }
      if (after.kind !== "parts" || !holds(after, proposal)) return;
      const prompt = withoutProposal(after, proposal, decision.earlier);
      write(prompt);
      change((current) => ({
        decisions: without(current, proposal),
        ...(after === current.written ? { written: prompt } : {}),
      }));
    },
    undoAll:
      isAccepted({ decisions }) && untouched !== null
        ? () => {
            restore(untouched);
            change((current) => ({
              decisions: new Map([...current.decisions].filter(([, { kind }]) => kind === "refused")),
              origin: null,
              written: null,
            }));
          }
        : null,
  };
}

function isAccepted({ decisions }: Pick<Decided, "decisions">): boolean {
  return [...decisions.values()].some(({ kind }) => kind === "accepted");
}

function without({ decisions }: Pick<Decided, "decisions">, proposal: Proposal): Decided["decisions"] {
  return new Map([...decisions].filter(([each]) => each !== proposal));
}

function fresh(of: readonly Proposal[]): Decided {
  return { of, decisions: new Map(), origin: null, written: null };
}

function promptNow(store: ReturnType<typeof usePlaygroundStore>): Prompt {
  return variantOf(store.getState().comparison, AFTER).prompt;
}
