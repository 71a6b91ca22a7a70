"use client";

import { useCallback, useEffect, useState } from "react";
import { CopyButton } from "#components/playground/copy-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { keptFor, momentOf } from "./days.ts";
import { type KeptLink, listLinks, revokeLink } from "./history-client.ts";

/** The links this browser made: who has one can read it until it expires or is taken back. */
export function LinkList() {
  const [links, setLinks] = useState<readonly KeptLink[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [nowMs] = useState(() => Date.now());

  const load = useCallback(async () => {
    const answer = await listLinks();
    if (answer.ok) setLinks(answer.value);
    setProblem(answer.ok ? null : answer.message);
  }, []);
  useEffect(() => void load(), [load]);

  const takeBack = async ({ id }: KeptLink) => {
    const answer = await revokeLink(id);
    if (answer.ok) setLinks((links ?? []).filter((link) => link.id !== id));
    setProblem(answer.ok ? null : answer.message);
    setSaid(answer.ok ? "Taken back. The link no longer works." : "");
  };
  return (
    <>
      {problem !== null && (
        <Notice tone="bad" announce="alert" actions={<Button onClick={load}>Try again</Button>}>
          {problem}
        </Notice>
      )}
      <p role="status" className="text-sm text-good">
        {said}
      </p>
      {links?.length === 0 && (
        <p className="mt-2 text-soft">No links. Press Share in the playground to make one.</p>
      )}
      {links !== null && links.length > 0 && (
        <ul className="mt-2 border-b border-line">
          {links.map((link) => (
            <li
              key={link.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3"
            >
              <div className="min-w-0 flex-[1_1_20rem]">
                <a
                  href={link.url}
                  className="inline-flex min-h-7 items-center font-serif text-lg font-semibold underline-offset-4 wrap-anywhere hover:underline"
                >
                  {link.title === "" ? "A comparison of two prompts" : link.title}
                </a>
                <p className="flex flex-wrap gap-x-3 text-sm text-soft">
                  <span>{momentOf(link.createdAtMs, nowMs)}</span>
                  <span>{Math.max(1, Math.round(link.bytes / 1024))} KB</span>
                  <span>{keptFor(link.expiresAtMs, nowMs)}</span>
                </p>
              </div>
              <div className="flex gap-1">
                <CopyButton text={link.url} />
                <Button look="plain" size="small" onClick={() => void takeBack(link)}>
                  Take back
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
