import type { Span } from "#lib/constraints/types.ts";

/** Evidence is looked at in texts of a readable length. */
export const MARKED_CHARS = 100_000;

/** Plain text with the evidence of one check marked in it. */
export function MarkedText({ text, spans }: { text: string; spans: readonly Span[] }) {
  const pieces = markedPieces(text, spans);
  return (
    <div className="written wrap-anywhere whitespace-pre-wrap">
      {pieces.map(({ start, end, marked }) =>
        marked ? (
          <mark
            key={start}
            className="box-decoration-clone px-0.5 underline decoration-ink/45 decoration-1 underline-offset-4"
          >
            {text.slice(start, end)}
          </mark>
        ) : (
          <span key={start}>{text.slice(start, end)}</span>
        ),
      )}
    </div>
  );
}

interface Piece extends Span {
  marked: boolean;
}

/** Cuts a text at its spans; overlapping spans run together, those outside the text are ignored. */
export function markedPieces(text: string, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.max(from, span.start);
    const end = Math.min(text.length, span.end);
    if (end <= start) continue;
    if (start > from) pieces.push({ start: from, end: start, marked: false });
    pieces.push({ start, end, marked: true });
    from = end;
  }
  if (from < text.length) pieces.push({ start: from, end: text.length, marked: false });
  return pieces;
}
