import { MAX_VARIANTS, SHORT_TEXT_CHARS } from "#lib/base/limits.ts";
import { fieldsOf, listOf, textOf } from "#lib/comparison/lenient.ts";
import { restore } from "#lib/comparison/restore.ts";
import { variablesIn } from "#lib/prompt/variables.ts";
import { putValue, valueText } from "./case-rows.ts";
import { promptOfMessages } from "./chat-messages.ts";
import { paramsOf } from "./model-of.ts";
import { counted, createNotes, type Notes } from "./notes.ts";
import { isSetAside, setAside } from "./set-aside.ts";
import { fromTemplate } from "./templates.ts";
import type { FileData, ImportFormat, ImportReading } from "./types.ts";

type Fields = Record<string, unknown>;

/**
 * Stored prompts of OpenAI, one or its versions, and requests as its APIs take them: instructions and messages
 * with `{{variables}}`, a model, settings.
 */
export const openaiPrompts: ImportFormat = {
  id: "openai-prompts",
  label: "OpenAI prompt objects",
  read(file) {
    const prompts = objectsIn(file).filter(isPrompt);
    return prompts.length === 0 ? null : readPrompts(prompts);
  },
};

function objectsIn(file: FileData): Fields[] {
  if (file.syntax !== "data") return [];
  return listOf(file.value)
    .map(fieldsOf)
    .flatMap((fields) => {
      const inner = ["data", "versions", "prompts"].flatMap((name) => listOf(fields[name]).map(fieldsOf));
      // The versions of a prompt stand for it.
      return inner.some(isPrompt) ? inner.map((each) => ({ name: fields.name, ...each })) : [fields];
    });
}

function isPrompt(fields: Fields): boolean {
  return messagesIn(fields).length > 0;
}

/** Messages under any of the names that they have had, instructions first. */
function messagesIn(fields: Fields): unknown[] {
  const instructions = textOf(fields.instructions, 1_000_000);
  const lists = [fields.messages, fields.input, fields.prompt, fields.template];
  const found = lists.find((list) => Array.isArray(list) && list.some((each) => "content" in fieldsOf(each)));
  const text = [fields.input, fields.prompt].find((each) => typeof each === "string" && each !== "");
  return [
    ...(instructions === "" ? [] : [{ role: "system", content: instructions }]),
    ...(found === undefined ? (text === undefined ? [] : [{ role: "user", content: text }]) : listOf(found)),
  ];
}

const SETTINGS = [
  "temperature",
  "top_p",
  "max_output_tokens",
  "max_tokens",
  "max_completion_tokens",
  "seed",
  "stop",
];
/** Read elsewhere, or only about the object itself. */
const KNOWN = new Set([
  ...SETTINGS,
  ..."messages input prompt template instructions model model_parameters reasoning variables name version versions data prompts".split(
    " ",
  ),
  ..."id object created_at updated_at created_by description metadata is_default default_version".split(" "),
]);

function readPrompts(prompts: Fields[]): ImportReading {
  const notes = createNotes();
  const ordered = prompts.toSorted((one, other) => versionOf(one) - versionOf(other));
  for (const each of ordered) setAside(each, notes);
  const variants = ordered.map((each) => variantOf(each, ordered.length > 1, notes));
  for (const { label } of variants.slice(0, Math.max(0, variants.length - MAX_VARIANTS))) {
    notes.count({ one: "older version was left out", many: "older versions were left out" }, label);
  }
  const kept = variants.slice(-MAX_VARIANTS);
  const values = valuesOf(ordered.at(-1)?.variables, notes);
  const comparison = restore({
    title: textOf(ordered.at(-1)?.name, SHORT_TEXT_CHARS),
    variants: kept,
    cases: Object.keys(values).length === 0 ? [] : [{ id: "1", values }],
  });
  const names = new Set(comparison.variants.flatMap(({ prompt }) => variablesIn(prompt)));
  return {
    what: kept.length === 1 ? "an OpenAI prompt" : "versions of an OpenAI prompt",
    comparison,
    brings: "all",
    run: null,
    recognised: [
      counted(kept.length, "prompt", "prompts"),
      ...(names.size === 0 ? [] : [counted(names.size, "variable", "variables")]),
    ],
    leftOut: notes.sentences(),
  };
}

function versionOf({ version }: Fields): number {
  const number = Number(version);
  return Number.isFinite(number) ? number : 0;
}

function variantOf(fields: Fields, isVersion: boolean, notes: Notes) {
  const { effort, ...reasoning } = fieldsOf(fields.reasoning);
  const unread = Object.entries({ ...fields, ...reasoning }).filter(([name]) => !KNOWN.has(name));
  for (const [name, value] of unread) {
    if (listOf(value).length === 0 || isSetAside(name)) continue;
    notes.count({ one: "setting was left out", many: "settings were left out" }, name);
  }
  const model = textOf(fields.model, 200);
  const bag = Object.fromEntries(SETTINGS.map((name) => [name, fields[name]]));
  const label = isVersion ? `Version ${textOf(fields.version, 20)}`.trim() : "";
  return {
    ...(label === "" ? {} : { label }),
    prompt: promptOfMessages(messagesIn(fields), notes, (text) => fromTemplate(text, notes)),
    ...(model === "" ? {} : { model: { provider: "openai", model } }),
    params: paramsOf({ ...fieldsOf(fields.model_parameters), ...bag, effort }, notes),
  };
}

/** Values of variables: a map of texts, of objects with a text, or a list of `{ name, default }`. */
function valuesOf(input: unknown, notes: Notes): Record<string, string> {
  const entries = Array.isArray(input)
    ? input.map((item) => {
        const { name, value, default: initial } = fieldsOf(item);
        return [textOf(name, 200), value ?? initial] as const;
      })
    : Object.entries(fieldsOf(input));
  const values: Record<string, string> = {};
  for (const [name, value] of entries) {
    const { text, default: initial } = fieldsOf(value);
    const words = valueText(text ?? initial ?? (typeof value === "object" ? "" : value));
    if (name !== "" && words !== "") putValue(values, name, words, notes);
  }
  return values;
}
