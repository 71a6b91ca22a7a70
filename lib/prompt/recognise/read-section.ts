import type { Put } from "./cut.ts";
import { type Draft, type Found, newDraft } from "./draft.ts";
import { readSentence } from "./read-sentence.ts";
import { frameRole } from "./role.ts";
import type { Label, Section } from "./sections.ts";
import { tonesOf } from "./tone.ts";
import { unquoted } from "./vocabulary.ts";

/**
 * Reads what stands under the name of a part. True when all of it went into the draft; false leaves the
 * section, name included, in the text.
 */
export function readSection({ label, units, content }: Section, draft: Draft, found: Found[]): boolean {
  if (units.some((unit) => unit.data)) return false;
  const { counts } = draft;
  const read =
    label.part === "constraints" ? ruleItems(content, counts) : partItem(label.part, content, counts);
  const puts = read?.flatMap((item) => item.puts);
  if (read === undefined || puts === undefined) return false;
  // All or nothing: a section is not torn apart.
  const trial = newDraft({ counts });
  Object.assign(trial.prompt, structuredClone(draft.prompt));
  if (puts.some((put) => trial.add(put) === "full")) {
    draft.crowded ||= trial.crowded;
    return false;
  }
  for (const item of read) {
    for (const put of item.puts) draft.add(put);
    for (const part of new Set(item.puts.map((put) => put.part))) found.push({ part, text: item.text });
  }
  return true;
}

/** What one line or section gives. */
interface Item {
  text: string;
  puts: Put[];
}

function partItem(part: Label["part"], text: string, counts: boolean): Item[] | undefined {
  const puts = partPuts(part, text, counts);
  return puts && [{ text, puts }];
}

function partPuts(part: Label["part"], text: string, counts: boolean): Put[] | undefined {
  const line = text.replace(/(?<!\.)\.$/, "");
  const single = !text.includes("\n");
  switch (part) {
    case "role": {
      const cut = single ? frameRole(line, "") : undefined;
      return [cut !== undefined && cut.rest === "" ? cut.put : { part: "role", text: single ? line : text }];
    }
    case "audience":
      return single ? [{ part, text: line }] : undefined;
    case "closing":
      return single && unquoted(line) === undefined ? [{ part, text: line }] : undefined;
    case "opening":
      return single ? [{ part, text: unquoted(text) ?? text }] : undefined;
    case "tone": {
      const tones = single ? tonesOf(line) : undefined;
      return tones === undefined ? undefined : [{ part, tones }];
    }
    case "format":
      return (single ? sentencePuts(line, counts) : undefined) ?? [{ part, text: single ? line : text }];
    default:
      return undefined;
  }
}

/** One rule a line. What no rule can check is still a promise: `other`, judged by people. */
function ruleItems(text: string, counts: boolean): Item[] | undefined {
  const items: Item[] = [];
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line === "") continue;
    const said = line.replace(/^(?:[-*•–]|\d{1,2}[.)])\s+/, "");
    if (said === "" || /^(?:```|<|#|\|)/.test(said)) return undefined;
    const other: Put = { part: "constraints", constraint: { kind: "other", text: said } };
    items.push({ text: said, puts: sentencePuts(said.replace(/(?<!\.)\.$/, ""), counts) ?? [other] });
  }
  return items;
}

/** What a single sentence gives when nothing of it is left over; as rules, so an opening becomes a check. */
function sentencePuts(sentence: string, counts: boolean): Put[] | undefined {
  const draft = newDraft({ counts });
  if (readSentence(sentence, "", draft, []) !== "") return undefined;
  const { prompt } = draft;
  const only = prompt.role === "" && prompt.audience === "" && prompt.format === "" && !prompt.steps;
  if (!only) return undefined;
  const puts: Put[] = prompt.constraints.map((constraint) => ({ part: "constraints", constraint }));
  if (prompt.opening !== "")
    puts.push({ part: "constraints", constraint: { kind: "starts-with", text: prompt.opening } });
  if (prompt.closing !== "") puts.push({ part: "closing", text: prompt.closing });
  if (prompt.tone.length > 0) puts.push({ part: "tone", tones: prompt.tone });
  return puts;
}
