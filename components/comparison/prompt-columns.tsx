import { AsSent } from "#components/prompt-editor/as-sent.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { compile } from "#lib/prompt/compile.ts";
import type { SnapshotReading } from "#lib/sharing/snapshot-reading.ts";
import { modelName } from "./model-name.ts";
import { COLUMNS, sideLook } from "./side-look.ts";

/** Each prompt as it was sent, its parts in colour; variables stand as variables. */
export function PromptColumns({ variants }: Pick<SnapshotReading, "variants">) {
  return (
    <div className={COLUMNS}>
      {variants.map(({ variant, label }, index) => {
        const { messages, spans } = compile(variant.prompt);
        return (
          <section key={variant.id} aria-label={`${label} prompt`} className="min-w-0 break-inside-avoid">
            <h3
              className={classNames(
                "flex flex-wrap items-baseline gap-x-3 border-t-2 pt-2",
                sideLook(index).rule,
              )}
            >
              <span className={classNames("font-semibold", sideLook(index).text)}>{label}</span>
              <span className="text-sm text-soft wrap-anywhere">{modelName(variant.model)}</span>
            </h3>
            <div className="sheet mt-2">
              <AsSent messages={messages} spans={spans} />
            </div>
          </section>
        );
      })}
    </div>
  );
}
