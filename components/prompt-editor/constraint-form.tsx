"use client";

import { type ReactNode, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { CONSTRAINT_KINDS, type Constraint, constraintSchema, phraseOf } from "#lib/constraints/registry.ts";
import type { ConstraintField } from "#lib/constraints/types.ts";
import { ConflictNote } from "./conflict-note.tsx";
import { itemsOf } from "./highlight.ts";
import { problemOfConstraint } from "./problem-of-constraint.ts";

interface ConstraintFormProps {
  /** The accessible name; what it makes, where that is no constraint of a prompt. */
  name?: string;
  /** The constraint to edit; a new one without it. */
  initial?: Constraint;
  onDone: (constraint: Constraint) => void;
  onCancel: () => void;
  /** Sentences about what the promise would contradict, said while it is typed. */
  conflictsWith?: (constraint: Constraint) => readonly string[];
  /** Further fields, below those of the kind. */
  more?: ReactNode;
}

const KINDS = Object.entries(CONSTRAINT_KINDS).map(([name, kind]) => ({ name, ...kind }));

type Draft = Readonly<Record<string, unknown>>;

/** One form for every kind, made from what the kind says about its fields. */
export function ConstraintForm(props: ConstraintFormProps) {
  const { initial, onDone, onCancel, conflictsWith } = props;
  const phraseId = useId();
  const first = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(initial ?? CONSTRAINT_KINDS.lines.draft);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const kind = KINDS.find(({ name }) => name === draft.kind) ?? CONSTRAINT_KINDS.lines;
  const fields: readonly ConstraintField[] = kind.fields;
  const parsed = constraintSchema.safeParse(draft);
  const phrase = parsed.success ? phraseOf(parsed.data) : "";

  const typed = useDeferredValue(draft);
  const conflicts = useMemo(() => {
    const { success, data } = constraintSchema.safeParse(typed);
    return success && conflictsWith !== undefined ? conflictsWith(data) : [];
  }, [typed, conflictsWith]);

  useEffect(() => first.current?.querySelector<HTMLElement>("select, input")?.focus(), []);
  useEffect(() => {
    if (Object.keys(wrong).length === 0) return;
    first.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wrong]);

  /** What is asked of a draft that was changed, sent twice or given up meanwhile is answered for nobody. */
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const change = (next: Draft) => {
    turn.current += 1;
    setWrong({});
    setDraft(next);
  };
  const put = (name: string, value: unknown) => change({ ...draft, [name]: value });
  const finish = async (constraint: Constraint) => {
    turn.current += 1;
    const mine = turn.current;
    // Where the engine cannot be loaded, the row of the contract says what is wrong.
    const problem = await problemOfConstraint(constraint).catch(() => null);
    if (mine !== turn.current) return;
    if (problem === null) onDone(constraint);
    else setWrong({ [problem.field]: problem.sentence });
  };
  const submit = () => {
    if (parsed.success && phrase !== "") {
      void finish(parsed.data);
      return;
    }
    const issues = parsed.success ? [] : parsed.error.issues;
    const named = issues.map((issue) => [String(issue.path[0]), "Check this value."] as const);
    const emptyText = fields.find((field) => field.type === "text" || field.type === "words");
    setWrong(
      Object.fromEntries(
        named.length > 0 ? named : [[emptyText?.name ?? fields[0]?.name ?? "", "Write what it asks for."]],
      ),
    );
  };
  return (
    <form
      ref={first}
      aria-label={props.name ?? (initial === undefined ? "New constraint" : "Edit constraint")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onCancel();
      }}
      className="mt-2.5 mb-1.5 flex flex-col gap-2.5 rounded-md border border-line bg-paper p-3"
    >
      <div className="flex flex-wrap items-start gap-2.5">
        <Field label="Kind" className="flex-[1_1_8rem]">
          {(control) => (
            <Select
              {...control}
              value={kind.kind}
              onChange={(event) => {
                const chosen = KINDS.find(({ name }) => name === event.target.value);
                change(chosen?.draft ?? draft);
              }}
            >
              {KINDS.map(({ name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {fields
          .filter(
            (field) => !(field.type === "number" && field.when !== undefined && draft.op !== field.when),
          )
          .map((field) => (
            <Field
              key={`${kind.kind} ${field.name}`}
              label={field.label}
              error={wrong[field.name]}
              className={field.type === "number" ? "w-24" : "flex-[1_1_8rem]"}
            >
              {(control) => (
                <FieldInput field={field} control={control} value={draft[field.name]} onChange={put} />
              )}
            </Field>
          ))}
      </div>
      {kind.negatable && (
        <Checkbox
          label="Must not"
          checked={draft.not === true}
          onChange={(event) => put("not", event.target.checked || undefined)}
        />
      )}
      {props.more}
      <p id={phraseId} className="font-serif text-lg text-soft">
        {phrase === "" ? "…" : `“${phrase}”`}
      </p>
      <ConflictNote sentences={conflicts} announce />
      <div className="flex gap-2">
        <Button look="primary" size="small" type="submit" aria-describedby={phraseId}>
          {initial === undefined ? "Add" : "Save"}
        </Button>
        <Button look="plain" size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

interface FieldInputProps {
  field: ConstraintField;
  control: { id: string };
  value: unknown;
  onChange: (name: string, value: unknown) => void;
}

function FieldInput({ field, control, value, onChange }: FieldInputProps) {
  switch (field.type) {
    case "choice":
      return (
        <Select
          {...control}
          value={String(value ?? "")}
          onChange={(event) => onChange(field.name, event.target.value)}
        >
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      );
    case "number":
      return (
        <TextInput
          {...control}
          type="number"
          min={field.min}
          max={field.max}
          value={typeof value === "number" && !Number.isNaN(value) ? value : ""}
          onChange={(event) => onChange(field.name, event.target.valueAsNumber)}
        />
      );
    case "text":
      return (
        <TextInput
          {...control}
          value={typeof value === "string" ? value : ""}
          placeholder={field.placeholder}
          onChange={(event) => onChange(field.name, event.target.value)}
        />
      );
    case "words":
      return (
        <WordsInput
          control={control}
          words={Array.isArray(value) ? value.map(String) : []}
          placeholder={field.placeholder}
          onChange={(words) => onChange(field.name, words)}
        />
      );
  }
}

interface WordsInputProps {
  control: { id: string };
  words: readonly string[];
  placeholder: string;
  onChange: (words: string[]) => void;
}

/** Words between commas; what is typed stays as typed. */
function WordsInput({ control, words, placeholder, onChange }: WordsInputProps) {
  const [typed, setTyped] = useState(words.join(", "));
  return (
    <TextInput
      {...control}
      value={typed}
      placeholder={placeholder}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(itemsOf(event.target.value));
      }}
    />
  );
}
