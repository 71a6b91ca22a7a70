"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SecretInput } from "#components/ui/secret-input.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { Answer } from "#lib/base/call-api.ts";
import type { ProviderRow } from "#lib/providers/types.ts";
import { saveKey } from "./keys-client.ts";

interface KeyFormProps {
  row: ProviderRow;
  remember: boolean;
  onSaved: () => void;
  onCancel: () => void;
}

type Problem = Extract<Answer<null>, { ok: false }>;

/** The form is gone once the key is saved, and the key with it. A refused key stays as it was typed. */
export function KeyForm({ row, remember, onSaved, onCancel }: KeyFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  useEffect(() => form.current?.querySelector("input")?.focus(), []);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const apiKey = String(typed.get("apiKey")).trim();
    const baseUrl = String(typed.get("baseUrl") ?? "").trim();
    const missing = missingField(row, apiKey, baseUrl);
    setProblem(missing);
    if (missing) return focus(missing.field);
    setSaving(true);
    const answer = await saveKey(row.id, {
      apiKey,
      ...(baseUrl && { baseUrl }),
      remember: typed.has("remember"),
    });
    setSaving(false);
    if (answer.ok) return onSaved();
    setProblem(answer);
    focus(answer.field);
  }

  function focus(field = "apiKey") {
    form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)?.focus();
  }

  const errorOf = (field: string) => (problem?.field === field ? problem.message : undefined);
  return (
    <form
      ref={form}
      method="post"
      noValidate
      onSubmit={save}
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
      className="flex flex-col gap-3 pt-3 pb-1"
    >
      {asksAddress(row) && (
        <Field
          label={row.baseUrl === null ? "Address" : "Address (optional)"}
          hint={addressHint(row)}
          error={errorOf("baseUrl")}
        >
          {(control) => (
            <TextInput
              {...control}
              name="baseUrl"
              type="url"
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              className="font-mono"
            />
          )}
        </Field>
      )}
      <Field
        label={row.auth === "optional" ? `${row.label} key (optional)` : `${row.label} key`}
        error={errorOf("apiKey")}
      >
        {(control) => <SecretInput {...control} name="apiKey" secretName="the key" />}
      </Field>
      <Checkbox
        name="remember"
        defaultChecked={remember}
        label="Remember for 12 hours, even when the browser closes"
      />
      {problem && problem.field !== "apiKey" && problem.field !== "baseUrl" && (
        <Notice tone="bad" announce="alert">
          {problem.message}
        </Notice>
      )}
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={saving}>
          {saving && <Spinner />}
          Save
        </Button>
        <Button look="plain" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** A row without an address of its own needs one; a server on this machine may run at another. */
function asksAddress(row: ProviderRow): boolean {
  return row.baseUrl === null || row.local === true;
}

function addressHint(row: ProviderRow): string {
  if (row.id === "azure") return "Such as https://NAME.openai.azure.com/openai/v1";
  return row.baseUrl === null
    ? "Such as https://models.example.com/v1. The key is sent to this address and to no other."
    : `Without one: ${row.baseUrl}`;
}

function missingField(row: ProviderRow, apiKey: string, baseUrl: string): Problem | undefined {
  if (row.baseUrl === null && baseUrl === "")
    return { ok: false, field: "baseUrl", message: "Enter the address that the key is for." };
  if (row.auth === "key" && apiKey === "")
    return { ok: false, field: "apiKey", message: "Paste the key first." };
  return undefined;
}
