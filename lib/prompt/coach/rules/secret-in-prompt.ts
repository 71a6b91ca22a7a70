import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** Keys of well-known services and "password: …". */
const SECRET =
  /\b(?:sk-[A-Za-z0-9_-]{16,}|sk_live_[A-Za-z0-9]{16,}|ghp_[A-Za-z0-9]{30,}|AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{30,}|xox[bp]-[0-9A-Za-z-]{20,}|(?:password|passwd|pwd)\s*[:=]\s*(?=\S*[\d!@#$%^&*])\S{6,})/;

export const secretInPrompt: CoachRule = {
  id: "secret-in-prompt",
  title: "Something secret in the prompt",
  why: "A prompt is sent to a provider, kept in histories and shared by links. Keys and passwords do not belong in it.",
  example: {
    before: "Use my key sk-… to call the service.",
    after: "Explain how to call the service; the key stands in an environment variable.",
  },
  source: SOURCES.owasp,
  find: ({ fields }) => {
    for (const [field, { text }] of fields.entries()) {
      const match = SECRET.exec(text);
      if (match === null) continue;
      return [
        {
          message: "This looks like a key or a password. Take it out before you run or share this.",
          field,
          start: match.index,
          end: match.index + match[0].length,
          fix: { label: "Take it out", replacement: "[removed]" },
        },
      ];
    }
    return [];
  },
};
