"use client";

import { CircleCheck, ExternalLink } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { variableNames } from "#lib/providers/catalogue.ts";
import type { ProviderRow } from "#lib/providers/types.ts";
import { KeyForm } from "./key-form.tsx";
import { forgetKey, type KeyState, testKey } from "./keys-client.ts";

interface KeyRowProps {
  row: ProviderRow;
  state: KeyState;
  /** Reads the list again. */
  onChange: () => Promise<void>;
}

type Said = { tone: "good" | "bad"; text: string };

export function KeyRow({ row, state, onChange }: KeyRowProps) {
  const [editing, setEditing] = useState(false);
  const [busy, setBusy] = useState<"test" | "forget">();
  const [said, setSaid] = useState<Said>();
  const edit = useRef<HTMLButtonElement>(null);

  function close() {
    setEditing(false);
    // The button comes back with the next paint.
    requestAnimationFrame(() => edit.current?.focus());
  }

  async function saved() {
    await onChange();
    setSaid({ tone: "good", text: "Saved." });
    close();
  }

  async function test() {
    setBusy("test");
    const answer = await testKey(row.id);
    setBusy(undefined);
    setSaid(answer.ok ? verdictOf(answer.value) : { tone: "bad", text: answer.message });
  }

  async function forget() {
    setBusy("forget");
    const answer = await forgetKey(row.id);
    await onChange();
    setBusy(undefined);
    setSaid(answer.ok ? { tone: "good", text: "Forgotten." } : { tone: "bad", text: answer.message });
    edit.current?.focus();
  }

  return (
    <li className="border-t border-line py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-[1_1_8.5rem]">
          <h3 className="font-semibold">{row.label}</h3>
          <p className="text-sm text-soft wrap-anywhere">
            <Origin row={row} state={state} />
          </p>
        </div>
        {!editing && (
          <div className="flex flex-wrap gap-2">
            {state.source === "own" && (
              <Button look="plain" disabled={busy !== undefined} onClick={forget}>
                {busy === "forget" && <Spinner />}
                Forget<VisuallyHidden> {row.label}</VisuallyHidden>
              </Button>
            )}
            {(state.source !== "none" || row.local) && (
              <Button disabled={busy !== undefined} onClick={test}>
                {busy === "test" && <Spinner />}
                Test<VisuallyHidden> {row.label}</VisuallyHidden>
              </Button>
            )}
            <Button
              ref={edit}
              onClick={() => {
                setSaid(undefined);
                setEditing(true);
              }}
            >
              {editWord(row, state)}
              <VisuallyHidden> {row.label}</VisuallyHidden>
            </Button>
          </div>
        )}
      </div>
      <p
        role="status"
        className={said ? `mt-1 text-sm ${said.tone === "good" ? "text-good" : "text-bad"}` : ""}
      >
        {said && (
          <>
            {said.tone === "good" ? (
              <CircleCheck aria-hidden size={14} className="mr-1.5 inline align-[-2px]" />
            ) : (
              "✕ "
            )}
            {said.text}
          </>
        )}
      </p>
      {editing && (
        <>
          {row.keyPage && (
            <p className="mt-1 text-sm">
              <a
                href={row.keyPage}
                target="_blank"
                rel="noopener noreferrer"
                className="inline-flex min-h-6 items-center gap-1 text-soft underline underline-offset-3 hover:text-ink"
              >
                Where to get a key
                <VisuallyHidden> for {row.label}, in a new tab</VisuallyHidden>
                <ExternalLink aria-hidden size={13} />
              </a>
            </p>
          )}
          <KeyForm row={row} remember={state.remember} onSaved={saved} onCancel={close} />
        </>
      )}
    </li>
  );
}

/** Whose key would be used, in words. */
function Origin({ row, state }: { row: ProviderRow; state: KeyState }) {
  const host = state.baseUrl && row.baseUrl === null ? ` for ${state.baseUrl}` : "";
  switch (state.source) {
    case "own":
      return `Your key${host}, kept ${state.remember ? "for 12 hours" : "until the browser closes"}`;
    case "server":
      return (
        <>
          The server’s key{host}, from <code className="font-mono text-xs">{variableNames(row).apiKey}</code>
        </>
      );
    case "none":
      if (row.local) return "No key; most need none";
      return row.baseUrl === null ? "Not set up" : "No key";
  }
}

function editWord(row: ProviderRow, state: KeyState): string {
  if (state.source === "own") return "Replace";
  return row.baseUrl === null ? "Set up" : "Add key";
}

function verdictOf(test: { ok: true; models: number } | { ok: false; message: string }): Said {
  if (!test.ok) return { tone: "bad", text: test.message };
  return {
    tone: "good",
    text: `Works. ${test.models} ${test.models === 1 ? "model" : "models"} to choose from.`,
  };
}
