import { firstPaintOf } from "#components/playground/first-paint.ts";
import { Playground } from "#components/playground/playground.tsx";
import { defaultComparison } from "#lib/library/library.server.ts";

export default function Page() {
  const comparison = defaultComparison();
  return <Playground initial={comparison} firstPaint={firstPaintOf(comparison)} />;
}
