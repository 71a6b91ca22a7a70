import { INSTRUCTION } from "../../recognise/vocabulary.ts";
import { SOURCES } from "../sources.ts";
import { readUnits } from "../told.ts";
import type { CoachRule } from "../types.ts";

/** From about this length on the guides speak of long inputs. */
const LONG_CHARS = 20_000;
const TAIL_CHARS = 800;

export const questionBeforeText: CoachRule = {
  id: "question-before-text",
  title: "The question stands before a very long text",
  why: "After ten pages the question is far away. With the text first and the question last, answers are often better.",
  example: {
    before: "Which clauses limit our liability? <contract>… 40 pages …</contract>",
    after: "<contract>… 40 pages …</contract> Which clauses limit our liability?",
  },
  source: SOURCES.anthropic,
  anyLanguage: true,
  find: ({ prompt, fields }) => {
    const index = fields.findIndex(({ path }) => path === "text");
    const field = fields[index];
    if (prompt.kind !== "text" || field === undefined || field.text.length < LONG_CHARS) return [];
    const [first] = field.units;
    if (first === undefined || first.data || first.start > LONG_CHARS / 10) return [];
    const tail = field.text.trimEnd().slice(-TAIL_CHARS);
    const asksAtEnd =
      /[?？]\W*$/.test(tail) || readUnits(tail).some(({ data, body }) => !data && INSTRUCTION.test(body));
    if (asksAtEnd) return [];
    return [
      {
        message: "The text after this is long. Put what you ask at its end, or repeat it there.",
        field: index,
        start: first.start,
        end: first.end,
      },
    ];
  },
};
