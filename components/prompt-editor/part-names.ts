import type { PartName } from "#lib/prompt/schema.ts";

/** How each part is called on the page. */
export const PART_NAMES: Record<PartName, string> = {
  system: "System message",
  text: "Text",
  role: "Role",
  task: "Task",
  audience: "Audience",
  tone: "Tone",
  constraints: "Constraint",
  opening: "Opening line",
  closing: "Closing",
  format: "Format",
  examples: "Example",
  steps: "Steps",
  documents: "Documents",
  extra: "Extra",
};

/** The name of a part that came as a plain string; an unknown one is shown as it is. */
export function partName(part: string): string {
  return Object.entries(PART_NAMES).find(([name]) => name === part)?.[1] ?? part;
}
