import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** "[NAME]", "[insert topic here]", "<your text>": no link, no reference such as [1], no log level, no token of a model. */
const BLANK =
  /(?<![\w\]])\[(?!(?:INST|SYS|END|STOP|MASK|CLS|SEP|PAD|EOS|BOS|INFO|WARN|WARNING|ERROR|DEBUG|OK|FAIL|DONE|TODO|REDACTED|REMOVED)\])(?:[A-Z][A-Z0-9 _/'-]{2,40}|(?:[Ii]nsert|[Yy]our|[Ee]nter|[Aa]dd|[Pp]aste|[Ff]ill in)\b[^\]\n]{1,60})\](?!\()|<(?:your|insert|enter|paste) [^<>\n]{1,60}>/g;
/** The brackets are what is wanted. */
const WANTED =
  /\b(?:placeholders?|brackets?|marked|format|template|tag|tags|output|return|print|write exactly|literally|replace|with|as|like)\b[^\n]{0,60}$/i;

export const unfilledBlank: CoachRule = {
  id: "unfilled-blank",
  title: "A blank that was never filled",
  why: "A bracket from a template goes to the model as it stands, and the model makes something up for it or repeats it.",
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
          .replace(/^(?:insert|your|enter|add|paste|fill in) (?:your |the )?/, "")
          .replaceAll(" ", "_");
        return name === "" ? undefined : { label: "Make it a variable", replacement: `{{${name}}}` };
      },
      unless: (told, at) => WANTED.test(told.slice(Math.max(0, at - 60), at)),
    }),
};
