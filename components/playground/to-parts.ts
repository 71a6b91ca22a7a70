import type { Recognition } from "#lib/prompt/recognise.ts";
import type { TextPrompt } from "#lib/prompt/schema.ts";
import type { Engine } from "./engine.ts";

/** A text prompt as parts, with nothing of it lost: its system message becomes the role, or stays in front of the rest. */
export function toParts(engine: Engine, from: TextPrompt): Recognition {
  const { prompt, found, crowded } = engine.recognise(from.text);
  const role = prompt.role === "" && from.system !== undefined ? from.system : prompt.role;
  const kept = from.system === undefined || role === from.system;
  return {
    found,
    crowded,
    prompt: {
      ...prompt,
      role,
      roleAsSystem: from.system !== undefined && kept,
      extra: kept ? prompt.extra : [from.system, prompt.extra].filter(Boolean).join("\n\n"),
    },
  };
}
