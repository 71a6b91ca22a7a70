import { secretsIn } from "../secrets.ts";
import { SOURCES } from "../sources.ts";
import type { CoachFinding, CoachRule } from "../types.ts";

export const secretInPrompt: CoachRule = {
  id: "secret-in-prompt",
  title: "Something secret in the prompt",
  why: "A prompt is sent to a provider, kept in histories and shared by links. Keys and passwords do not belong in it.",
  example: {
    before: "Call the service with my key sk-proj-….",
    after: "Explain how to call the service; the key is in an environment variable.",
  },
  source: SOURCES.owaspLeakage,
  anyLanguage: true,
  find: ({ fields }) =>
    fields.flatMap(({ text }, field) =>
      secretsIn(text).map(
        ({ start, end }): CoachFinding => ({
          message: "This looks like a key or a password. Take it out before you run or share this.",
          field,
          start,
          end,
          fix: { label: "Take it out", replacement: "[removed]" },
        }),
      ),
    ),
};
