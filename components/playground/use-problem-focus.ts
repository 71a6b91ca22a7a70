import { useEffect } from "react";
import { usePlayground } from "./context.tsx";

/** Takes the focus to the first field that a refused run names. */
export function useProblemFocus(): void {
  const first = usePlayground(({ problems }) => Object.keys(problems)[0]);
  useEffect(() => {
    if (first === undefined) return;
    // The field itself, the box that stands for a whole prompt, or the nearest thing above it.
    const parents = first.split(".").map((_, index, all) => all.slice(0, all.length - index).join("."));
    const wanted = [first, `${first}.task`, ...parents, first.endsWith(".model") ? "model" : first];
    const fields = [...document.querySelectorAll<HTMLElement>("[data-field]")];
    const target = wanted
      .map((path) => fields.find((element) => element.dataset.field === path))
      .find((element) => element !== undefined);
    target?.focus();
  }, [first]);
}
