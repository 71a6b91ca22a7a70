"use client";

import { usePlayground } from "./context.tsx";
import { nameOf } from "./played.ts";

/** What ears are told of a run. The stream itself is never live. */
export function Announcements() {
  const said = usePlayground((state) => state.said);
  const alarm = usePlayground(({ run }) => {
    if (run === null) return "";
    const failed = [...run.view.samples.values()].filter(({ phase }) => phase === "failed");
    const [first] = failed;
    if (first === undefined) return "";
    const label = nameOf(
      run.comparison,
      run.comparison.variants.findIndex(({ id }) => id === first.variant),
    );
    return `${label}, sample ${first.sample + 1} failed: ${first.problem?.message ?? ""}`;
  });
  return (
    <div className="sr-only">
      <div role="status">{said}</div>
      <div role="alert">{alarm}</div>
    </div>
  );
}
