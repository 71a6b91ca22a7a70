import { unreachable } from "#lib/base/errors.ts";
import { EMPTY_CASE } from "#lib/comparison/plan.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { Prompt } from "#lib/prompt/schema.ts";
import { loadEngine } from "./engine.ts";
import { readModels } from "./models.ts";
import { changeVariant, sameModels, variantOf } from "./sides.ts";
import type { GetState, PlaygroundActions, PlaygroundState, SetState, Side, Switched } from "./state.ts";
import { toParts } from "./to-parts.ts";

type EditActions = Pick<
  PlaygroundActions,
  | "setPrompt"
  | "showAsSent"
  | "switchKind"
  | "undoSwitch"
  | "dismissSwitch"
  | "setModel"
  | "setParams"
  | "setLinked"
  | "setSamples"
  | "setTitle"
  | "setValue"
  | "replaceComparison"
  | "loadModels"
  | "loadEngine"
>;

/** Everything that changes the document. */
export function editActions(set: SetState, get: GetState): EditActions {
  const sidesOf = (side: Side): readonly Side[] => (get().linked ? [0, 1] : [side]);
  const putPrompt = (side: Side, prompt: Prompt, switched: Switched | null) =>
    set((state) => ({
      comparison: withPrompt(state, side, prompt),
      switched: atSide(state.switched, side, switched),
      problems: without(state.problems, `variants.${side}.prompt`),
    }));

  return {
    setPrompt(side, prompt) {
      putPrompt(side, prompt, get().switched[side]);
    },
    showAsSent(side, asSent) {
      set((state) => ({ asSent: atSide(state.asSent, side, asSent) }));
    },
    async switchKind(side, kind) {
      const engine = await get().loadEngine();
      const from = variantOf(get().comparison, side).prompt;
      set((state) => ({ asSent: atSide(state.asSent, side, false) }));
      if (from.kind === kind) return;
      const earlier = get().switched[side];
      // Back and forth without an edit gives the very prompt that was there.
      if (earlier !== null && earlier.to === from && earlier.from.kind === kind) {
        putPrompt(side, earlier.from, null);
        return;
      }
      switch (from.kind) {
        case "text": {
          const { prompt: to, found, crowded } = toParts(engine, from);
          putPrompt(side, to, { from, to, found, crowded });
          return;
        }
        case "parts": {
          const to: Prompt = { kind: "text", text: engine.asText(from) };
          putPrompt(side, to, { from, to, found: [], crowded: false });
          return;
        }
        default:
          unreachable(from);
      }
    },
    undoSwitch(side) {
      const switched = get().switched[side];
      if (switched !== null) putPrompt(side, switched.from, null);
    },
    dismissSwitch(side) {
      set((state) => ({ switched: atSide(state.switched, side, null) }));
    },
    setModel(side, model) {
      const sides = sidesOf(side);
      set((state) => ({
        comparison: changeVariant(state.comparison, sides, { model }),
        problems: withoutAll(
          state.problems,
          sides.map((changed) => `variants.${changed}.model`),
        ),
      }));
    },
    setParams(side, params) {
      const sides = sidesOf(side);
      set((state) => ({
        comparison: changeVariant(state.comparison, sides, { params }),
        problems: withoutAll(
          state.problems,
          [0, 1].map((each) => `variants.${each}.params`),
        ),
      }));
    },
    setLinked(linked) {
      set((state) => {
        if (!linked) return { linked };
        const { model, params } = variantOf(state.comparison, 1);
        return { linked, comparison: changeVariant(state.comparison, [0], { model, params }) };
      });
    },
    setSamples(samples) {
      set(({ comparison }) => ({
        comparison: { ...comparison, settings: { ...comparison.settings, samples } },
      }));
    },
    setTitle(title) {
      // The note spoke of what it was called before.
      set(({ comparison }) => ({ comparison: { ...comparison, title, note: "" } }));
    },
    setValue(name, value, at = 0) {
      set(({ comparison, problems }) => {
        const before = comparison.cases[at] ?? EMPTY_CASE;
        const filled = { ...before, values: { ...before.values, [name]: value } };
        return {
          comparison: {
            ...comparison,
            cases: [...comparison.cases.slice(0, at), filled, ...comparison.cases.slice(at + 1)],
          },
          problems: without(problems, `cases.${at}.values.${name}`),
        };
      });
    },
    replaceComparison(comparison) {
      set({
        comparison,
        linked: sameModels(comparison),
        switched: [null, null],
        asSent: [false, false],
        problems: {},
        notice: null,
      });
    },
    async loadModels() {
      if (get().listing.state === "reading") return;
      set(({ listing }) => ({ listing: { ...listing, state: "reading" } }));
      const providers = await readModels();
      set(({ listing }) => ({
        listing: providers === null ? { ...listing, state: "failed" } : { state: "read", providers },
      }));
    },
    async loadEngine() {
      const engine = get().engine ?? (await loadEngine());
      if (get().engine === null) set({ engine });
      return engine;
    },
  };
}

/** With another prompt; the checks that are switched off stay so, wherever the edit moved them. */
function withPrompt({ comparison, engine }: PlaygroundState, side: Side, prompt: Prompt): Comparison {
  const edited = changeVariant(comparison, [side], { prompt });
  return engine === null ? edited : engine.keepOff(comparison, edited);
}

function atSide<Value>(both: readonly [Value, Value], side: Side, value: Value): readonly [Value, Value] {
  return side === 0 ? [value, both[1]] : [both[0], value];
}

/** Problems of a field and of everything below it go when the field is edited. */
function without(problems: PlaygroundState["problems"], field: string): PlaygroundState["problems"] {
  const kept = Object.entries(problems).filter(([path]) => path !== field && !path.startsWith(`${field}.`));
  return kept.length === Object.keys(problems).length ? problems : Object.fromEntries(kept);
}

function withoutAll(
  problems: PlaygroundState["problems"],
  fields: readonly string[],
): PlaygroundState["problems"] {
  return fields.reduce(without, problems);
}
