"use client";

import { lazy, Suspense, useDeferredValue, useMemo } from "react";
import { ImproveCorner } from "#components/improve/improve-corner.tsx";
import { MarkedWordsProvider } from "#components/prompt-editor/marked-words.tsx";
import { PromptSide, type PromptView } from "#components/prompt-editor/prompt-side.tsx";
import { SwitchNote } from "#components/prompt-editor/switch-note.tsx";
import { switchWords } from "#components/prompt-editor/switch-words.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Constraint } from "#lib/constraints/registry.ts";
import { CoachSide } from "./coach-side.tsx";
import { usePlayground } from "./context.tsx";
import { ownName } from "./played.ts";
import { NO_REMARKS, remarksOf } from "./remarks.ts";
import { variantOf } from "./sides.ts";
import { SIDE_LABELS, type Side } from "./state.ts";
import { usePromised } from "./use-promised.ts";

const SentView = lazy(() => import("./sent-view.tsx").then((module) => ({ default: module.SentView })));

/** One side's editor, tied to the playground. */
export function EditorSide({ side, className }: { side: Side; className?: string }) {
  const prompt = usePlayground((state) => variantOf(state.comparison, side).prompt);
  const name = usePlayground((state) => ownName(state.comparison, side));
  const asSent = usePlayground((state) => state.asSent[side]);
  const switched = usePlayground((state) => state.switched[side]);
  const problems = usePlayground((state) => state.problems);
  const engine = usePlayground((state) => state.engine);
  const chips = usePlayground((state) => state.firstPaint.chips);
  const setPrompt = usePlayground((state) => state.setPrompt);
  const showAsSent = usePlayground((state) => state.showAsSent);
  const switchKind = usePlayground((state) => state.switchKind);
  const undoSwitch = usePlayground((state) => state.undoSwitch);
  const dismissSwitch = usePlayground((state) => state.dismissSwitch);
  const field = `variants.${side}.prompt`;
  const promised = usePromised(side);
  const typed = useDeferredValue(prompt);
  const remarks = useMemo(
    () => (engine === null ? NO_REMARKS : remarksOf(engine, typed, promised)),
    [engine, typed, promised],
  );

  const choose = (view: PromptView) => {
    if (view === "sent") showAsSent(side, true);
    else void switchKind(side, view);
  };
  const chipOf = (constraint: Constraint) =>
    engine?.chipOf(constraint) ?? chips[JSON.stringify(constraint)] ?? constraint.kind;
  return (
    <MarkedWordsProvider>
      <PromptSide
        label={SIDE_LABELS[side]}
        ownName={name}
        tone={side === 0 ? "cool" : "warm"}
        prompt={prompt}
        view={asSent ? "sent" : prompt.kind}
        onView={choose}
        onChange={(changed) => setPrompt(side, changed)}
        problemAt={(path) => problems[path === "" ? field : `${field}.${path}`]}
        field={field}
        constraints={{ chipOf }}
        remarks={remarks}
        className={className}
        note={
          switched !== null &&
          !asSent && (
            <SwitchNote
              said={switchWords(switched.to.kind, switched)}
              onUndo={() => undoSwitch(side)}
              onDismiss={() => dismissSwitch(side)}
            />
          )
        }
        foot={side === 0 && <ImproveCorner />}
        below={!asSent && <CoachSide side={side} />}
        sent={
          <Suspense fallback={<Spinner className="m-5" />}>
            <SentView side={side} />
          </Suspense>
        }
      />
    </MarkedWordsProvider>
  );
}
