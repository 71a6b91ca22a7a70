import { promisedChecks } from "#lib/comparison/promised-checks.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { Engine } from "./engine.ts";
import { changeVariant, variantOf } from "./sides.ts";
import { type GetState, type PlaygroundActions, type SetState, SIDES } from "./state.ts";

type CheckActions = Pick<
  PlaygroundActions,
  "addCheck" | "editCheck" | "deleteCheck" | "switchCheck" | "putChecks" | "holdAgain" | "bringBackPrompts"
>;

/**
 * Editing the contract. Before a run it is that of the prompts as they are written; after one, that of the run:
 * its answers are held against the edited checks here in the browser, at no cost.
 */
export function checkActions(set: SetState, get: GetState): CheckActions {
  const edit = async (change: (comparison: Comparison, engine: Engine) => Comparison): Promise<void> => {
    const engine = await get().loadEngine();
    const { comparison, run } = get();
    if (run === null) return set({ comparison: change(comparison, engine) });
    const edited = change(run.comparison, engine);
    const promised = run.promised ?? promisedChecks(engine.allChecks(run.comparison));
    set({
      comparison: engine.keepOff(edited, { ...comparison, checks: edited.checks }),
      run: { ...run, promised },
    });
    await hold(edited);
  };
  const hold = async (contract: Comparison): Promise<void> => {
    try {
      const { holdRunAgain } = await import("./hold-again.ts");
      await holdRunAgain(set, get, contract);
    } catch {
      const message = "The checks could not be loaded. Reload the page: the run and its answers are kept.";
      set({ notice: { code: "checks-not-loaded", message } });
    }
  };
  return {
    addCheck: (check) => edit((comparison, engine) => engine.withCheck(comparison, check)),
    editCheck: (id, check) => edit((comparison, engine) => engine.withEditedCheck(comparison, id, check)),
    deleteCheck(id) {
      if (get().evidence === id) set({ evidence: null });
      return edit((comparison, engine) => engine.withoutCheck(comparison, id));
    },
    switchCheck: (id, off) => edit((comparison, engine) => engine.withCheckOff(comparison, id, off)),
    putChecks: (checks) => edit((comparison) => ({ ...comparison, checks })),
    async holdAgain() {
      const { run } = get();
      if (run !== null) await hold(run.comparison);
    },
    bringBackPrompts() {
      const { run } = get();
      if (run === null) return;
      set(({ comparison, engine }) => {
        const back = SIDES.reduce(
          (edited, side) => changeVariant(edited, [side], { prompt: variantOf(run.comparison, side).prompt }),
          comparison,
        );
        return {
          comparison: engine === null ? back : engine.keepOff(run.comparison, back),
          switched: [null, null],
          problems: {},
        };
      });
    },
  };
}
