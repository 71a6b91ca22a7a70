"use client";

import { lazy, Suspense, useId, useState } from "react";
import { score } from "#components/contract/rows.ts";
import { FileButtons } from "#components/sharing/file-buttons.tsx";
import { FilePanel } from "#components/sharing/file-panel.tsx";
import { LinkNotice } from "#components/sharing/link-notice.tsx";
import { ShareButton } from "#components/sharing/share-button.tsx";
import { useFiles } from "#components/sharing/use-files.ts";
import { useLinkOpening } from "#components/sharing/use-link-opening.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { Announcements } from "./announcements.tsx";
import { PlaygroundProvider, usePlayground } from "./context.tsx";
import { ContractPanel, useContractRows } from "./contract-panel.tsx";
import { DraftNotice } from "./draft-notice.tsx";
import { EditorSide } from "./editor-side.tsx";
import { EmptyPage } from "./empty-page.tsx";
import { FurtherVariants } from "./further-variants.tsx";
import { OpeningNotice } from "./opening-notice.tsx";
import { OutputPane } from "./output-pane.tsx";
import { PromptsNote } from "./prompts-note.tsx";
import { LastRun, RunControls } from "./run-controls.tsx";
import { RunNotice } from "./run-notice.tsx";
import { SettingsPanel } from "./settings-panel.tsx";
import { Spine } from "./spine.tsx";
import type { PlaygroundOpening } from "./store.ts";
import { TitleField } from "./title-field.tsx";
import { useBringOutputs } from "./use-bring-outputs.ts";
import { useDraft } from "./use-draft.ts";
import { useLiveChecks } from "./use-live-checks.ts";
import { useProblemFocus } from "./use-problem-focus.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { useWarmUp } from "./use-warm-up.ts";
import { VariableValues } from "./variable-values.tsx";
import { VerdictPanel } from "./verdict-panel.tsx";

export function Playground(opening: PlaygroundOpening) {
  const link = useLinkOpening();
  const shown = link.opening ?? opening;
  return (
    // What a link brought stands in a playground of its own: what was being written waits in the other.
    <PlaygroundProvider key={shown.place} {...shown}>
      <main id="main" className={`page ${DESK_SPACE}`}>
        <TitleRow />
        <LinkNotice link={link} />
        <Desk />
      </main>
    </PlaygroundProvider>
  );
}

/** Room above and below the desk; on a phone the bar with Run lies over its end. */
export const DESK_SPACE = "pt-5.5 pb-12 max-md:pt-3.5 max-md:pb-32";

type PhoneTab = "before" | "after" | "contract";

/** Before, the spine, After. On a phone one of them at a time, with Run always in reach. */
export function Desk() {
  const [tab, setTab] = useState<PhoneTab>("after");
  const [opened, setOpened] = useState(false);
  const settingsId = useId();
  const wrongSetting = usePlayground(({ problems }) =>
    Object.keys(problems).some((field) => field.includes(".params.")),
  );
  const settings = opened || wrongSetting;
  const draft = useDraft();
  useWarmUp();
  useShortcuts();
  useProblemFocus();
  useBringOutputs();
  useLiveChecks();
  const onPhone = (...tabs: PhoneTab[]) => (tabs.includes(tab) ? undefined : "max-md:hidden");
  return (
    // Three columns where there is room for them, beside a lesson as well. On a phone it must be no container: the bar
    // with Run is fixed to the window.
    <div className="md:@container">
      <OpeningNotice />
      <DraftNotice draft={draft} />
      <RunNotice />
      <Announcements />
      <PhoneTabs tab={tab} onTab={setTab} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-7 md:grid-cols-[repeat(2,minmax(0,1fr))] @[61rem]:grid-cols-[minmax(0,1fr)_17.5rem_minmax(0,1fr)] @[76rem]:grid-cols-[minmax(0,1fr)_20rem_minmax(0,1fr)]">
        <EditorSide
          side={0}
          className={classNames("@[61rem]:col-start-1 @[61rem]:row-start-1", onPhone("before"))}
        />
        <EditorSide
          side={1}
          className={classNames("md:col-start-2 @[61rem]:col-start-3 @[61rem]:row-start-1", onPhone("after"))}
        />
        <div
          // On a phone its parts are the grid's own: the models above the outputs, the last run below them.
          className="flex flex-col gap-2 max-md:contents md:col-span-2 md:mt-5 md:mx-auto md:w-full md:max-w-md @[61rem]:col-span-1 @[61rem]:col-start-2 @[61rem]:row-start-1 @[61rem]:mt-10.5 @[61rem]:max-w-none"
        >
          <Spine
            settings={{ id: settingsId, open: settings, toggle: () => setOpened(!settings) }}
            className={classNames("max-md:mt-5", onPhone("before", "after"))}
          />
          <RunControls className="max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:border-t max-md:border-line max-md:bg-card max-md:px-4 max-md:pt-2.5 max-md:pb-[max(0.625rem,env(safe-area-inset-bottom))]" />
          <LastRun className="-mt-1 max-md:order-last max-md:mt-4" />
        </div>
        <div className={classNames("md:col-span-full", onPhone("before", "after"))}>
          {settings && <SettingsPanel id={settingsId} className="mt-5" />}
          <VariableValues className="mt-6" />
          <PromptsNote className="mt-5" />
        </div>
        <OutputPane
          side={0}
          className={classNames("mt-6 md:col-start-1 @[61rem]:row-start-3", onPhone("before"))}
        />
        <ContractPanel
          className={classNames(
            "md:order-1 md:mt-6 md:col-span-2 md:mx-auto md:w-full md:max-w-2xl @[61rem]:max-w-none @[61rem]:order-none @[61rem]:col-span-1 @[61rem]:col-start-2 @[61rem]:row-start-3",
            onPhone("contract"),
          )}
        />
        <OutputPane
          side={1}
          className={classNames(
            "mt-6 md:col-start-2 @[61rem]:col-start-3 @[61rem]:row-start-3",
            onPhone("after"),
          )}
        />
      </div>
      <FurtherVariants className="mt-7" />
      <VerdictPanel className={classNames("mt-7", onPhone("contract"))} />
    </div>
  );
}

const SharePanel = lazy(() =>
  import("#components/sharing/share-panel.tsx").then((module) => ({ default: module.SharePanel })),
);

function TitleRow() {
  const files = useFiles();
  const [sharing, setSharing] = useState(false);
  const panelId = useId();
  const initial = usePlayground((state) => state.initial);
  const changed = usePlayground((state) => state.comparison !== state.initial);
  const replace = usePlayground((state) => state.replaceComparison);
  return (
    <div className="mb-4.5 flex flex-wrap items-baseline gap-x-3 gap-y-1 max-md:mb-3.5">
      <TitleField />
      <span className="ml-auto flex flex-wrap items-center gap-1">
        {changed && (
          <Button look="plain" size="small" onClick={() => replace(initial)}>
            Start over
          </Button>
        )}
        <EmptyPage />
        <FileButtons files={files} />
        <ShareButton open={sharing} onOpen={setSharing} panelId={panelId} />
      </span>
      <FilePanel files={files} className="mt-2 w-full" />
      {sharing && (
        <Suspense fallback={<Spinner className="m-3" />}>
          <SharePanel id={panelId} onClose={() => setSharing(false)} className="mt-2 w-full" />
        </Suspense>
      )}
    </div>
  );
}

function PhoneTabs({ tab, onTab }: { tab: PhoneTab; onTab: (tab: PhoneTab) => void }) {
  const rows = useContractRows();
  const hasRun = usePlayground((state) => state.run !== null);
  const { before, after } = score(rows);
  return (
    <Segmented
      label="Show"
      value={tab}
      onChange={onTab}
      options={[
        { value: "before", label: "Before" },
        { value: "after", label: "After" },
        { value: "contract", label: hasRun ? `Contract ${before} : ${after}` : "Contract" },
      ]}
      className="mb-3.5 w-full md:hidden! [&>label]:flex-1 [&>label>span]:w-full [&>label>span]:justify-center"
    />
  );
}
