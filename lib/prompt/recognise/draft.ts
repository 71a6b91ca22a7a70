import { unreachable } from "#lib/base/errors.ts";
import { MAX_CONSTRAINTS, SHORT_TEXT_CHARS } from "#lib/base/limits.ts";
import { EMPTY_PARTS, type PartName, type PartsPrompt } from "../schema.ts";
import type { Put } from "./cut.ts";
import { isCount } from "./pieces.ts";

export interface Found {
  part: PartName;
  /** The words of the input that say so. */
  text: string;
}

export interface Draft {
  prompt: PartsPrompt;
  /** "added", "known" when the part says it already, "full" when there is no room: then the words stay where they are. */
  add(put: Put): "added" | "known" | "full";
  /** Whether it takes lengths: not where they are those of several texts. */
  readonly counts: boolean;
  /** A rule found no room among the others. */
  crowded: boolean;
}

/** A prompt that is being gathered: each single-valued part is given once, the first time. */
export function newDraft({ counts = true } = {}): Draft {
  const prompt: PartsPrompt = { ...EMPTY_PARTS, tone: [], constraints: [], examples: [] };

  function setText(part: "role" | "audience" | "opening" | "closing" | "format", text: string) {
    if (prompt[part] !== "") return prompt[part] === text ? "known" : "full";
    if (text.trim() === "" || text.length > SHORT_TEXT_CHARS) return "full";
    prompt[part] = text;
    return "added";
  }

  const draft: Draft = {
    prompt,
    counts,
    crowded: false,
    add(put) {
      switch (put.part) {
        case "role":
        case "audience":
        case "opening":
        case "closing":
          return setText(put.part, put.text);
        case "format": {
          if (prompt.format === "") return setText("format", put.text);
          prompt.format = `${prompt.format.replace(/[^.!?:;]$/, "$&.")} ${put.text}`;
          return "added";
        }
        case "tone": {
          const fresh = put.tones.filter((tone) => !prompt.tone.includes(tone));
          if (prompt.tone.length + fresh.length > 20) return "full";
          prompt.tone.push(...fresh);
          return fresh.length > 0 ? "added" : "known";
        }
        case "constraints": {
          if (!counts && isCount(put)) return "full";
          const same = JSON.stringify(put.constraint);
          if (prompt.constraints.some((constraint) => JSON.stringify(constraint) === same)) return "known";
          if (prompt.constraints.length >= MAX_CONSTRAINTS) {
            draft.crowded = true;
            return "full";
          }
          prompt.constraints.push(put.constraint);
          return "added";
        }
        case "steps": {
          const known = prompt.steps;
          prompt.steps = true;
          return known ? "known" : "added";
        }
        case "examples": {
          if (prompt.examples.length + put.examples.length > 20) return "full";
          prompt.examples.push(...put.examples);
          return "added";
        }
        default:
          return unreachable(put);
      }
    },
  };
  return draft;
}
