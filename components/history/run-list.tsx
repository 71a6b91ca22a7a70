"use client";

import Link from "next/link";
import { useCallback, useEffect, useState } from "react";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { deleteAllRuns, deleteRun, type KeptRun, listRuns, renameRun } from "./history-client.ts";
import { RunRow } from "./run-row.tsx";

/** How long a pause in typing starts a search, ms. */
const PAUSE_MS = 250;

/** What this browser ran: newest first, searched by title and prompt. */
export function RunList() {
  const [runs, setRuns] = useState<readonly KeptRun[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [search, setSearch] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [nowMs] = useState(() => Date.now());

  const load = useCallback(async (wanted: string, before: string | null, current: () => boolean) => {
    const answer = await listRuns(wanted, before);
    if (!current()) return;
    if (!answer.ok) {
      setProblem(answer.message);
      return;
    }
    setProblem(null);
    setRuns((earlier) => [...(before === null ? [] : (earlier ?? [])), ...answer.value.runs]);
    setNext(answer.value.next);
  }, []);

  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => void load(search, null, () => wanted), search === "" ? 0 : PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [load, search]);

  /** Does something on the server and says how it went; the list changes only when it worked. */
  const act = async (
    work: Promise<{ ok: true } | { ok: false; message: string }>,
    done: string,
    change: () => void,
  ) => {
    const answer = await work;
    if (answer.ok) change();
    setProblem(answer.ok ? null : answer.message);
    setSaid(answer.ok ? done : "");
  };

  if (runs === null && problem === null) {
    return (
      <p role="status" className="flex items-center gap-2 py-6 text-soft">
        <Spinner /> Reading your runs…
      </p>
    );
  }
  return (
    <>
      {problem !== null && (
        <Notice
          tone="bad"
          announce="alert"
          className="my-4"
          actions={<Button onClick={() => void load(search, null, () => true)}>Try again</Button>}
        >
          {problem}
        </Notice>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      {runs !== null && (runs.length > 0 || search !== "") && (
        <Field label="Search your runs" className="mt-4 max-w-md">
          {(field) => (
            <TextInput
              {...field}
              type="search"
              value={search}
              placeholder="a title or words of a prompt"
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
        </Field>
      )}
      {runs?.length === 0 &&
        (search === "" ? <Empty /> : <p className="mt-5 text-soft">No run says that.</p>)}
      {runs !== null && runs.length > 0 && (
        <>
          <ul className="mt-4 border-b border-line">
            {runs.map((run) => (
              <RunRow
                key={run.runId}
                run={run}
                nowMs={nowMs}
                onRename={(title) =>
                  act(renameRun(run.runId, title), "Renamed.", () =>
                    setRuns(runs.map((each) => (each.runId === run.runId ? { ...each, title } : each))),
                  )
                }
                onDelete={() =>
                  act(deleteRun(run.runId), "Deleted.", () =>
                    setRuns(runs.filter((each) => each.runId !== run.runId)),
                  )
                }
              />
            ))}
          </ul>
          <div className="mt-4 flex flex-wrap justify-between gap-3">
            {next !== null ? (
              <Button onClick={() => void load(search, next, () => true)}>Show older runs</Button>
            ) : (
              <span />
            )}
            {search === "" && (
              <DeleteAll
                onDelete={() =>
                  act(deleteAllRuns(), "All runs deleted.", () => {
                    setRuns([]);
                    setNext(null);
                  })
                }
              />
            )}
          </div>
        </>
      )}
    </>
  );
}

function Empty() {
  return (
    <div className="mt-6 rounded-lg border border-dashed border-line px-6 py-10 text-center">
      <p className="font-serif text-prompt">Nothing here yet.</p>
      <p className="mt-1 text-soft">What you run in the playground is kept here, for this browser only.</p>
      <Link href="/" prefetch={false} className={`${buttonClass("quiet")} mt-4`}>
        To the playground
      </Link>
    </div>
  );
}

function DeleteAll({ onDelete }: { onDelete: () => Promise<void> }) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button look="plain" onClick={() => setAsked(true)}>
        Delete all runs
      </Button>
    );
  }
  return (
    <Confirm
      label="Delete all runs?"
      question="This deletes every run of this browser. Links you made stay."
      yes="Delete all"
      no="Keep them"
      onYes={onDelete}
      onNo={() => setAsked(false)}
    />
  );
}
