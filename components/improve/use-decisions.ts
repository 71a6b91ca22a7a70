import { useState } from "react";
import { usePlaygroundStore } from "#components/playground/context.tsx";
import { variantOf } from "#components/playground/sides.ts";
import { withoutProposal, withProposal } from "#lib/improving/apply.ts";
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
  accept(proposals: readonly Proposal[]): Promise<void>;
  refuse(proposal: Proposal): void;
  undo(proposal: Proposal): void;
  /** Null while there is nothing to take back, or when After was edited in between. */
  undoAll: (() => void) | null;
}

const AFTER = 1;

/** What was taken and what was left of these proposals. Only accepting and taking back write, and only into After. */
export function useDecisions(proposals: readonly Proposal[], after: Prompt): Decisions {
  const store = usePlaygroundStore();
  const [kept, setKept] = useState<Decided>(() => fresh(proposals));
  const state = kept.of === proposals ? kept : fresh(proposals);
  const { decisions, origin, written } = state;
  const change = (changed: Partial<Decided>) => setKept({ ...state, ...changed });
  const write = (prompt: Prompt) => store.getState().setPrompt(AFTER, prompt);
  const accepted = [...decisions.values()].some(({ kind }) => kind === "accepted");
  const untouched = after === written ? origin : null;
  const restore = (first: Prompt) => {
    write(first);
    store.getState().dismissSwitch(AFTER);
  };

  return {
    of: (proposal) => decisions.get(proposal),
    async accept(chosen) {
      const { loadEngine, switchKind } = store.getState();
      const engine = await loadEngine();
      const from = promptNow(store);
      const isEmpty = engine.isEmptyPrompt(from);
      if (from.kind === "text" && !isEmpty) await switchKind(AFTER, "parts");
      const start = promptNow(store);
      let prompt = start.kind === "parts" ? start : engine.EMPTY_PARTS;
      const now = new Map(decisions);
      for (const proposal of chosen) {
        if (now.has(proposal)) continue;
        now.set(proposal, { kind: "accepted", earlier: prompt });
        prompt = withProposal(prompt, proposal);
      }
      write(prompt);
      const first = accepted ? (from === written ? origin : null) : from;
      change({ decisions: now, origin: first, written: prompt });
    },
    refuse(proposal) {
      change({ decisions: new Map(decisions).set(proposal, { kind: "refused" }) });
    },
    undo(proposal) {
      const decision = decisions.get(proposal);
      const others = new Map(decisions);
      others.delete(proposal);
      if (decision?.kind !== "accepted") return change({ decisions: others });
      const isLast = ![...others.values()].some(({ kind }) => kind === "accepted");
      if (isLast && untouched !== null) {
        restore(untouched);
        return change({ decisions: others, origin: null, written: null });
      }
      if (after.kind !== "parts") return;
      const prompt = withoutProposal(after, proposal, decision.earlier);
      write(prompt);
      change({ decisions: others, ...(after === written ? { written: prompt } : {}) });
    },
    undoAll:
      accepted && untouched !== null
        ? () => {
            restore(untouched);
            const refused = [...decisions].filter(([, { kind }]) => kind === "refused");
            change({ decisions: new Map(refused), origin: null, written: null });
          }
        : null,
  };
}

function fresh(of: readonly Proposal[]): Decided {
  return { of, decisions: new Map(), origin: null, written: null };
}

function promptNow(store: ReturnType<typeof usePlaygroundStore>): Prompt {
  return variantOf(store.getState().comparison, AFTER).prompt;
}
