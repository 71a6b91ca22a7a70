"use client";

import { classNames } from "#components/ui/class-names.ts";
import type { Message } from "#lib/base/message.ts";
import type { PartName } from "#lib/prompt/schema.ts";
import styles from "./as-sent.module.css";
import { PART_NAMES } from "./part-names.ts";
import type { PromisedPart } from "./remarks.ts";

/** Which part a stretch of a message is. */
interface SentSpan {
  part: PartName;
  index?: number;
  message: number;
  start: number;
  end: number;
}

interface AsSentProps {
  messages: readonly Message[];
  spans: readonly SentSpan[];
  /** The part that promised the open check: its words are marked. */
  promised?: PromisedPart | null;
}

const ROLE_NAMES: Record<Message["role"], string> = {
  system: "System message",
  user: "User message",
  assistant: "Assistant message",
};

/** The exact messages, each part named and in its own colour. */
export function AsSent({ messages, spans, promised = null }: AsSentProps) {
  if (messages.length === 0) {
    return <p className="px-4.5 py-4 text-soft">Nothing would be sent yet: the prompt is empty.</p>;
  }
  return (
    <div className="flex flex-col gap-4 px-4.5 py-4">
      {messages.map((message, index) => (
        <div key={message.role}>
          <h3 className="mb-2 text-sm font-medium text-soft">{ROLE_NAMES[message.role]}</h3>
          <dl className="grid grid-cols-[minmax(0,1fr)] gap-y-0 sm:grid-cols-[6rem_minmax(0,1fr)]">
            {spans
              .filter((span) => span.message === index)
              .map((span, at, all) => (
                <SentPart
                  key={span.start}
                  span={span}
                  marked={isPromise(span, promised)}
                  text={message.content.slice(span.start, span.end)}
                  gap={gapBefore(message.content, all[at - 1]?.end, span.start)}
                />
              ))}
          </dl>
        </div>
      ))}
    </div>
  );
}

interface SentPartProps {
  span: SentSpan;
  text: string;
  gap: string;
  marked: boolean;
}

/** A constraint is one of several and has its number; the heading above them has none. */
function isPromise({ part, index }: SentSpan, promised: PromisedPart | null): boolean {
  if (promised === null || promised.part !== part) return false;
  return part === "constraints" ? index === promised.index : true;
}

function SentPart({ span, text, gap, marked }: SentPartProps) {
  const tint = classNames(styles.part, styles[span.part]);
  return (
    <>
      <dt className={classNames(tint, styles.name, gap, "pr-3 text-xs leading-6 font-medium sm:text-right")}>
        {PART_NAMES[span.part]}
      </dt>
      <dd className={classNames(tint, gap, "min-w-0")}>
        <div
          className={classNames(
            styles.words,
            "rounded-r-[4px] py-0 pr-2 pl-3 font-serif text-lg written wrap-anywhere whitespace-pre-wrap",
          )}
        >
          {marked ? (
            <mark className="box-decoration-clone underline decoration-2 underline-offset-4">{text}</mark>
          ) : (
            text
          )}
        </div>
      </dd>
    </>
  );
}

/** A line break lies close, a paragraph break keeps its distance: the same as in the message. */
function gapBefore(content: string, earlierEnd: number | undefined, start: number): string {
  if (earlierEnd === undefined) return "";
  return content.slice(earlierEnd, start).includes("\n\n") ? "mt-3" : "mt-0.5";
}
