"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { mark } from "./progress.ts";
import { useLessonProgress } from "./use-progress.ts";

/** Done by running it, or by saying so. Kept in this browser. */
export function DoneBox({ slug }: { slug: string }) {
  const { done } = useLessonProgress();
  return (
    <div className="border-t border-line pt-3 text-sm text-soft">
      <Checkbox
        label="I am done with this lesson"
        checked={done.includes(slug)}
        onChange={(event) => mark("done", slug, event.target.checked)}
      />
    </div>
  );
}
