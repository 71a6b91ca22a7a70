import { StaticMarkdown } from "#components/markdown/static-markdown.tsx";
import { endingWords } from "#components/playground/endings.ts";
import { counted, formatCount, formatSeconds } from "#components/playground/format.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { SnapshotSample } from "#lib/sharing/snapshot.ts";
import type { ReadRow, SnapshotReading } from "#lib/sharing/snapshot-reading.ts";
import { COLUMNS, sideLook } from "./side-look.ts";

/** So many rows stand open; the rest is one click away. */
const OPEN_ROWS = 1;

type AnswerRowsProps = Pick<SnapshotReading, "rows" | "variants" | "deciding">;

/** The answers, one row a sample, the sides beside each other. */
export function AnswerRows({ rows, variants, deciding }: AnswerRowsProps) {
  const decides = new Set(deciding);
  const severalCases = new Set(rows.map((row) => row.case.id)).size > 1;
  return rows.map((row, index) => {
    const name = `${severalCases ? `Case ${row.case.id}, sample` : "Sample"} ${row.sample + 1}`;
    const key = `${row.case.id}/${row.sample}`;
    const columns = <Columns row={row} name={name} variants={variants} showValues={severalCases} />;
    if (index < OPEN_ROWS) return <div key={key}>{columns}</div>;
    return (
      <Disclosure key={key} summary={`${name}${brief(row, variants, decides)}`} className="mt-2">
        {columns}
      </Disclosure>
    );
  });
}

/** "Before 1 of 4 kept · After 4 of 4 kept" of what decides, so that a folded row already says how it went. */
function brief(row: ReadRow, variants: SnapshotReading["variants"], deciding: ReadonlySet<string>): string {
  const said = row.answers.flatMap((answer, index) => {
    if (answer === null) return [];
    const decided = answer.checks.filter(({ id, result }) => deciding.has(id) && result !== "undecided");
    if (decided.length === 0) return [];
    const kept = decided.filter(({ result }) => result === "pass").length;
    return [`${variants[index]?.label ?? ""} ${kept} of ${decided.length} kept`];
  });
  return said.length === 0 ? "" : `: ${said.join(" · ")}`;
}

interface ColumnsProps extends Pick<SnapshotReading, "variants"> {
  row: ReadRow;
  name: string;
  showValues: boolean;
}

function Columns({ row, name, variants, showValues }: ColumnsProps) {
  const values = Object.entries(row.case.values);
  return (
    <>
      {showValues && values.length > 0 && (
        <dl className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {values.map(([variable, value]) => (
            <div key={variable} className="flex min-w-0 gap-1.5">
              <dt className="text-soft">{variable}:</dt>
              <dd className="line-clamp-3 min-w-0 wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className={classNames(COLUMNS, "items-start")}>
        {variants.map(({ variant, label }, index) => (
          <section
            key={variant.id}
            aria-label={`${label} output, ${name}`}
            className="sheet min-w-0 px-5 pt-3.5 pb-3"
          >
            <h3 className="mb-2 text-sm">
              <span className={classNames("font-semibold", sideLook(index).text)}>{label}</span>{" "}
              <span className="text-soft">{name.toLowerCase()}</span>
            </h3>
            <Answer answer={row.answers[index] ?? null} />
          </section>
        ))}
      </div>
    </>
  );
}

const ORIGINS = { bundled: "bundled answer", simulated: "simulated reply — not a language model" } as const;

function Answer({ answer }: { answer: SnapshotSample | null }) {
  if (answer === null) return <p className="text-soft">This sample did not come to an end.</p>;
  const { timing, usage, origin } = answer;
  return (
    <>
      <div className="max-h-[150vh] overflow-y-auto font-serif text-output print:max-h-none">
        {answer.text === "" ? (
          <p className="font-sans text-base text-soft">No text.</p>
        ) : (
          <StaticMarkdown text={answer.text} />
        )}
      </div>
      <p className="mt-3 flex flex-wrap gap-x-3.5 gap-y-1 border-t border-hair pt-2.25 text-xs text-soft">
        <span>{endingWords(answer.ending)}</span>
        {timing.firstTokenMs !== null && <span>first token {formatSeconds(timing.firstTokenMs)}</span>}
        <span>
          {counted(usage.outputTokens, "token")}
          {usage.estimated && " (estimated)"}
        </span>
        <span>{formatCount(answer.text.length)} characters</span>
        {origin !== undefined && (
          <span className="rounded-sm bg-hair px-2 py-0.5 text-ink">{ORIGINS[origin]}</span>
        )}
      </p>
    </>
  );
}
