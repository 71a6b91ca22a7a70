import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** "[NAME]", "[insert topic here]", "<your text>", "XXX", "TODO": not a link, not a reference such as [1]. */
const BLANK =
  /(?<![\w\]])\[(?:[A-Z][A-Z _/-]{2,40}|(?:insert|your|enter|add|paste|fill in)[^\]\n]{1,60})\](?!\()|<(?:your|insert|enter|paste)[^<>\n]{1,60}>|\bX{3,}\b|\bTODO\b|_{4,}/g;

export const unfilledBlank: CoachRule = {
  id: "unfilled-blank",
  title: "A blank that was never filled",
  why: "A bracket from a template goes to the model as it stands, and the model makes something up for it.",
  example: {
    before: "Write an email to [NAME] about [TOPIC].",
    after: "Write an email to Ana about the new opening hours.",
  },
  source: SOURCES.gemini,
  find: (input) =>
    findWords(input, {
      pattern: BLANK,
      message: (words) =>
        `“${words}” looks like a blank that should be filled. For a value that changes, write {{name}}.`,
      fix: (words) => {
        const name = words
          .replace(/[^\p{L}\p{N}]+/gu, " ")
          .trim()
          .toLowerCase()
          .replace(/^(?:insert|your|enter|add) /, "")
          .replaceAll(" ", "_");
        return name === "" || name.length > 40
          ? undefined
          : { label: "Make it a variable", replacement: `{{${name}}}` };
      },
      unless: (told, at) =>
        /\b(?:placeholders?|brackets?|marked|format|literally|exactly)\b[^\n]{0,40}$/i.test(
          told.slice(Math.max(0, at - 50), at),
        ),
    }),
};
