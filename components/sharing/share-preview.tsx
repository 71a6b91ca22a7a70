"use client";

import { useMemo } from "react";
import { modelName } from "#components/comparison/model-name.ts";
import { sideLook } from "#components/comparison/side-look.ts";
import { counted } from "#components/playground/format.ts";
import { AsSent } from "#components/prompt-editor/as-sent.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { allChecks } from "#lib/comparison/derive.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { chipOf } from "#lib/constraints/registry.ts";
import { compile } from "#lib/prompt/compile.ts";
import type { SampleResult } from "#lib/runs/events.ts";
import { titleOf } from "#lib/sharing/snapshot-reading.ts";
import { holdsSecret } from "./holds-secret.ts";
import { PublicData } from "./public-data.tsx";

interface SharePreviewProps {
  comparison: Comparison;
  samples: readonly SampleResult[];
}

const SIDE_LABELS = ["Before", "After"];

/** Everything that becomes public, counted, readable in full, and as the data that it is. */
export function SharePreview({ comparison, samples }: SharePreviewProps) {
  const checks = useMemo(() => allChecks(comparison), [comparison]);
  const secret = useMemo(
    () =>
      holdsSecret(
        comparison,
        samples.map(({ text }) => text),
      ),
    [comparison, samples],
  );
  const chars = samples.reduce((sum, { text }) => sum + text.length, 0);
  const values = comparison.cases.filter((each) => Object.keys(each.values).length > 0).length;
  return (
    <section aria-label="What becomes public" className="mt-4">
      <h2 className="text-sm font-medium">What becomes public</h2>
      <ul className="mt-1.5 flex flex-col gap-1 border-l border-line pl-3.5 text-sm">
        <li>
          The title “{titleOf(comparison)}”{comparison.note !== "" && " and the note"}
        </li>
        <li>{counted(comparison.variants.length, "prompt")}, word for word, with model and settings</li>
        {values > 0 && <li>{counted(values, "set")} of values for the variables</li>}
        <li>{checks.length === 0 ? "No checks" : counted(checks.length, "check")}</li>
        <li>
          {samples.length === 0
            ? "No answers"
            : `${counted(samples.length, "answer")}, ${counted(chars, "character")}, with tokens and times`}
        </li>
      </ul>
      {secret && (
        <Notice tone="bad" announce="status" className="mt-2">
          Something here looks like a key or a password. Whoever has the link could read it.
        </Notice>
      )}
      <p className="mt-1.5 text-sm text-soft">
        Not in it: your keys, addresses of providers, costs, a model’s thinking, and who you are.
      </p>
      <Disclosure summary="Read all of it" className="mt-1">
        <div className="mt-1 flex flex-col gap-4">
          {comparison.note !== "" && <p className="text-sm whitespace-pre-line">{comparison.note}</p>}
          {comparison.variants.map((variant, index) => {
            const label = variant.label ?? SIDE_LABELS[index] ?? variant.id;
            const { messages, spans } = compile(variant.prompt);
            return (
              <div key={variant.id} className="min-w-0">
                <p className="text-sm">
                  <span className={classNames("font-semibold", sideLook(index).text)}>{label}</span>{" "}
                  <span className="text-soft wrap-anywhere">{modelName(variant.model)}</span>
                </p>
                <AsSent messages={messages} spans={spans} />
                <PublicAnswers
                  comparison={comparison}
                  samples={samples.filter((sample) => sample.variant === variant.id)}
                />
              </div>
            );
          })}
          {checks.length > 0 && (
            <ul aria-label="Checks" className="text-sm">
              {checks.map((check) => (
                <li key={check.id}>{check.label ?? chipOf(check.constraint)}</li>
              ))}
            </ul>
          )}
        </div>
      </Disclosure>
      <PublicData comparison={comparison} samples={samples} />
    </section>
  );
}

/** Folded: ten answers a side are long, and whoever wants to read them here opens them. */
function PublicAnswers({ comparison, samples }: SharePreviewProps) {
  if (samples.length === 0) return null;
  return (
    <Disclosure summary={counted(samples.length, "answer")}>
      <ol className="flex flex-col gap-3 border-l border-line pl-4.5">
        {samples.map((answer) => (
          <li key={`${answer.case}/${answer.sample}`}>
            <p className="text-xs text-soft">
              Sample {answer.sample + 1}
              {comparison.cases.length > 1 && `, case ${answer.case}`}
            </p>
            <p className="font-serif text-lg written whitespace-pre-wrap wrap-anywhere">{answer.text}</p>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
