"use client";

import { ExternalLink } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { QrImage } from "#components/comparison/qr-image.tsx";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { embedCode } from "#lib/sharing/link-addresses.ts";
import { titleOf } from "#lib/sharing/snapshot-reading.ts";
import { CopyBox } from "./copy-box.tsx";
import { type MadeShare, takeBack } from "./share-client.ts";

/** The link that was just made: to copy, to scan, to embed, to take back. */
export function MadeLink({ made }: { made: MadeShare }) {
  const [phase, setPhase] = useState<"there" | "asking" | "gone">("there");
  const [problem, setProblem] = useState<string | null>(null);
  const link = useRef<HTMLInputElement>(null);
  useEffect(() => link.current?.focus(), []);

  if (phase === "gone") {
    return (
      <p role="status" className="text-good">
        Taken back. The link no longer works, for nobody.
      </p>
    );
  }
  const revoke = async () => {
    const answer = await takeBack(made);
    setProblem(answer.ok ? null : answer.message);
    setPhase(answer.ok ? "gone" : "there");
  };
  return (
    <>
      <div className="flex flex-wrap-reverse items-start gap-x-5 gap-y-3">
        <div className="min-w-0 flex-[1_1_15rem]">
          <CopyBox label="Link" text={made.url} inputRef={link} hint={<LinkHint made={made} />} />
          <div className="mt-2 flex flex-wrap items-center gap-1">
            <a href={made.url} target="_blank" rel="noopener" className={buttonClass("quiet", "small")}>
              <ExternalLink aria-hidden size={14} className="text-soft" />
              Open
            </a>
            {phase === "there" ? (
              <Button look="plain" size="small" onClick={() => setPhase("asking")}>
                Take back
              </Button>
            ) : (
              <Confirm
                label="Take the link back"
                question="Nobody can read it then."
                yes="Take it back"
                no="Keep it"
                onYes={revoke}
                onNo={() => setPhase("there")}
              />
            )}
          </div>
        </div>
        <QrImage link={made.url} className="size-28 shrink-0" />
      </div>
      {problem !== null && (
        <Notice tone="bad" announce="alert">
          {problem}
        </Notice>
      )}
      <Disclosure summary="Embed it, or hand over the right to take it back">
        <div className="mt-2 flex flex-col gap-3">
          <CopyBox
            label="Embed code"
            text={embedCode(made.url, titleOf(made))}
            hint="Shows the comparison inside another page, with a link to this app. It sets no cookies and starts nothing."
            mono
          />
          <CopyBox
            label="Manage token"
            text={made.manageToken}
            hint="Shown here alone. Whoever has it can take the link back with DELETE on its address in the API. This browser needs no token: see History."
            mono
          />
        </div>
      </Disclosure>
    </>
  );
}

function LinkHint({ made }: { made: MadeShare }) {
  const until =
    made.expiresAt === null
      ? "Anyone who has it can read it until you take it back."
      : `Anyone who has it can read it until ${dayOf(made.expiresAt)}.`;
  return (
    <>
      <span role="status">The link is ready. {until}</span>
      {isThisMachine(made.url) &&
        " It leads to this computer; others reach it only if they can reach the app."}
      {made.reported &&
        " This server did not keep all of the answers, so the page says that they came from outside."}
    </>
  );
}

function dayOf(iso: string): string {
  return new Date(iso).toLocaleDateString("en-GB", { dateStyle: "long" });
}

function isThisMachine(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}
