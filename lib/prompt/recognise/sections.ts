import type { PartName } from "../schema.ts";
import type { Unit } from "./units.ts";

/** A line that names a part: "Role: senior engineer", "## Task", "**Tone:** friendly". */
export interface Label {
  part: PartName;
  /** Length of the name with its marks, so that the content starts there. */
  length: number;
  heading: boolean;
}

/** A label and the units it stands over, its own included. */
export interface Section {
  label: Label;
  units: Unit[];
  /** The text under the label. */
  content: string;
}

const NAMES: Readonly<Record<string, PartName>> = {
  role: "role",
  persona: "role",
  "your role": "role",
  task: "task",
  "your task": "task",
  goal: "task",
  objective: "task",
  instruction: "task",
  instructions: "task",
  audience: "audience",
  "target audience": "audience",
  tone: "tone",
  "tone of voice": "tone",
  voice: "tone",
  mood: "tone",
  format: "format",
  "output format": "format",
  "response format": "format",
  length: "constraints",
  constraints: "constraints",
  constraint: "constraints",
  rules: "constraints",
  "follow these rules": "constraints",
  requirements: "constraints",
  opening: "opening",
  "opening line": "opening",
  "first line": "opening",
  closing: "closing",
  ending: "closing",
};

const HEADING = /^#{1,6}[ \t]+(?:\*\*)?([A-Za-z][A-Za-z ]{2,30}?)(?:\*\*)?:?[ \t]*$/;
const BOLD = /^(?:[-*][ \t]+)?(?:\*\*|__)([A-Za-z][A-Za-z ]{2,30}?):?(?:\*\*|__):?[ \t]*/;
const PLAIN = /^([A-Za-z][A-Za-z ]{2,30}?)[ \t]*:(?:[ \t]+|$)/;

/** The part a line names, if it does. */
export function labelOf(line: string): Label | undefined {
  const text = line.trimEnd();
  const match = HEADING.exec(text) ?? BOLD.exec(text) ?? PLAIN.exec(text);
  const name = match?.[1]?.toLowerCase().trim() ?? "";
  const part = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  if (match === null || part === undefined) return undefined;
  return { part, length: match[0].length, heading: text.startsWith("#") };
}

/** The section that starts with the unit at `at`, if a label stands there. */
export function sectionAt(text: string, units: readonly Unit[], at: number): Section | undefined {
  const first = units[at];
  if (first === undefined || first.data) return undefined;
  let to = at + 1;
  // "You are a guide. Follow these rules:" ends its line with the label.
  if (first.lineStart) while (units[to]?.lineStart === false) to += 1;
  const line = text.slice(first.start, units[to - 1]?.end);
  const label = labelOf(line);
  if (label === undefined) return undefined;
  const inline = !first.lineStart && line.length > label.length;
  if (inline && label.part !== "tone" && label.part !== "audience") return undefined;
  if (line.slice(label.length).trim() === "") to = sectionEnd(text, units, to, label);
  const taken = units.slice(at, to);
  const content = text.slice(first.start + label.length, taken.at(-1)?.end).trim();
  return content === "" ? undefined : { label, units: taken, content };
}

/** A heading reaches to the next one; any other label to the next label or blank line. */
function sectionEnd(text: string, units: readonly Unit[], from: number, label: Label): number {
  let to = from;
  for (; to < units.length; to += 1) {
    const unit = units[to];
    const before = units[to - 1];
    if (unit === undefined || before === undefined) break;
    const line = text.slice(unit.start).split("\n", 1)[0] ?? "";
    if (unit.lineStart && (/^#{1,6}\s/.test(line) || labelOf(line) !== undefined)) break;
    const apart = /\n[ \t]*\n/.test(text.slice(before.end, unit.start));
    if (!label.heading && apart && to > from) break;
  }
  return to;
}
