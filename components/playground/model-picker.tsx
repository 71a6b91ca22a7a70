"use client";

import { ChevronDown } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useId, useRef, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { ModelRef } from "#lib/providers/types.ts";
import { usePlayground } from "./context.tsx";
import type { ModelChoice } from "./model-choices.ts";
import { findModel } from "./sides.ts";

const ModelList = lazy(() => import("./model-list.tsx").then((module) => ({ default: module.ModelList })));

interface ModelPickerProps {
  label: string;
  value: ModelRef;
  onChange: (model: ModelRef) => void;
  problem?: string;
  field: string;
}

/**
 * A combobox over the models of all providers. It is a plain input until it is opened; its list is loaded then.
 * What is typed searches; leaving it without a choice changes nothing.
 */
export function ModelPicker({ label, value, onChange, problem, field }: ModelPickerProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const providers = usePlayground((state) => state.listing.providers);
  const loadModels = usePlayground((state) => state.loadModels);
  const [query, setQuery] = useState<string | null>(null);
  const [choices, setChoices] = useState<readonly ModelChoice[]>([]);
  const [active, setActive] = useState(0);
  const open = query !== null;
  const name =
    value.provider === "demo" ? "Demonstration" : (findModel(providers, value)?.label ?? value.model);

  // The list tells what it shows; while nothing is typed the present choice is the active one.
  const listed = useCallback(
    (shown: readonly ModelChoice[]) => {
      setChoices(shown);
      if (query !== "") return;
      const present = shown.findIndex(
        (choice) => choice.provider === value.provider && choice.model === value.model,
      );
      setActive(Math.max(0, present));
    },
    [query, value],
  );
  const close = () => setQuery(null);
  const show = (typed: string) => {
    setQuery(typed);
    setActive(0);
    if (!open) void loadModels();
  };
  const choose = (choice: ModelChoice | undefined) => {
    if (choice === undefined) return;
    onChange({ provider: choice.provider, model: choice.model });
    close();
  };

  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target)) return;
      setQuery(null);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open]);

  return (
    <div ref={root} className="relative min-w-0">
      <div className="flex items-center rounded-md border border-control bg-card hover:bg-hair has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-aria-invalid:border-bad">
        <label htmlFor={id} className="shrink-0 pl-3 text-base text-soft">
          {label}
        </label>
        <input
          ref={input}
          id={id}
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && choices.length > 0 ? `${id}-list-${active}` : undefined}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          data-field={field}
          value={query ?? name}
          placeholder={name}
          title={open ? undefined : name}
          onClick={() => {
            if (!open) show("");
          }}
          onChange={(event) => {
            show(event.target.value);
          }}
          onBlur={(event) => {
            if (!root.current?.contains(event.relatedTarget)) close();
          }}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
              if (open) {
                const step = event.key === "ArrowDown" ? 1 : -1;
                setActive((active + step + choices.length) % Math.max(1, choices.length));
              } else show("");
            } else if (event.key === "Enter" && open && !event.ctrlKey && !event.metaKey)
              choose(choices[active]);
            else if (event.key === "Escape" && open) {
              event.stopPropagation();
              close();
            } else return;
            event.preventDefault();
          }}
          className="min-h-9 w-full min-w-0 truncate bg-transparent py-1.5 pr-1.5 pl-3 text-right font-semibold text-ink outline-none placeholder:font-normal pointer-coarse:min-h-11 pointer-coarse:text-lg"
        />
        <ChevronDown
          aria-hidden
          size={15}
          className={classNames(
            "pointer-events-none mr-2.5 shrink-0 text-soft transition-transform",
            open && "rotate-180",
          )}
        />
      </div>
      {open && (
        <Suspense fallback={<p className="px-3 py-2 text-sm text-soft">Loading the list …</p>}>
          <ModelList
            id={`${id}-list`}
            query={query}
            value={value}
            active={active}
            choices={choices}
            onChoices={listed}
            onChoose={choose}
          />
        </Suspense>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="mt-1.5 text-sm text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}
