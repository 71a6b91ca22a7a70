import { engine } from "./engine-core.ts";

const model = { provider: "demo", model: "demo" };

/** The least pair that runs: one sample a side, no key. */
export const PAIR = engine.restore({
  variants: ["before", "after"].map((id) => ({
    id,
    prompt: { kind: "text", text: "Write." },
    model,
    params: {},
  })),
  settings: { samples: 1 },
});
