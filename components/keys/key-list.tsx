"use client";

import { useCallback, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { providerRow } from "#lib/providers/catalogue.ts";
import { KeyRow } from "./key-row.tsx";
import { type KeyState, listKeys } from "./keys-client.ts";

type Loaded = { keys: KeyState[] } | { problem: string };

const GROUPS = [
  { title: "Services", local: false },
  { title: "On this computer", local: true },
] as const;

export function KeyList() {
  const [loaded, setLoaded] = useState<Loaded>();

  const load = useCallback(async () => {
    const answer = await listKeys();
    setLoaded(answer.ok ? { keys: answer.value } : { problem: answer.message });
  }, []);

  useEffect(() => {
    void load();
  }, [load]);

  if (!loaded) {
    return (
      <p role="status" className="flex items-center gap-2 py-6 text-soft">
        <Spinner /> Reading which keys are set…
      </p>
    );
  }
  if ("problem" in loaded) {
    return (
      <Notice tone="bad" announce="alert" actions={<Button onClick={load}>Try again</Button>}>
        {loaded.problem}
      </Notice>
    );
  }
  return GROUPS.map(({ title, local }) => {
    const rows = loaded.keys.flatMap((state) => {
      const row = providerRow(state.provider);
      return row && row.auth !== "none" && (row.local ?? false) === local ? [{ row, state }] : [];
    });
    if (rows.length === 0) return null;
    return (
      <section key={title} className="mt-8">
        <h2 className="pb-2 text-sm font-semibold">{title}</h2>
        <ul className="border-b border-line">
          {rows.map(({ row, state }) => (
            <KeyRow key={row.id} row={row} state={state} onChange={load} />
          ))}
        </ul>
      </section>
    );
  });
}
