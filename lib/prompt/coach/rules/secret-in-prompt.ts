import { SOURCES } from "../sources.ts";
import type { CoachFinding, CoachRule } from "../types.ts";

/** Keys of well-known services, and "password: …" with a digit or a sign in it. */
const SECRET =
  /\b(?:sk-[A-Za-z0-9_-]{16,}|sk_live_[A-Za-z0-9]{16,}|gh[pousr]_[A-Za-z0-9]{30,}|AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{30,}|xox[abp]-[0-9A-Za-z-]{20,}|(?<=(?:password|passwd|pwd)\s?(?:is|:|=)\s?)(?=\S*[\d!@#$%^&*])[^\s,;<>{}[\]()]{6,60})/gi;
/** "sk-xxxxxxxx", "AKIA…EXAMPLE": shown, not meant. */
const SHOWN = /x{4,}|example|your|\.{3}|placeholder|1234567890/i;

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
      [...text.matchAll(SECRET)]
        .filter(([words]) => !SHOWN.test(words))
        .map(
          ({ 0: words, index }): CoachFinding => ({
            message: "This looks like a key or a password. Take it out before you run or share this.",
            field,
            start: index,
            end: index + words.length,
            fix: { label: "Take it out", replacement: "[removed]" },
          }),
        ),
    ),
};
