"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { useEffect, useMemo, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import type { ModelRef } from "#lib/providers/types.ts";
import { usePlayground } from "./context.tsx";
import { formatCount, formatUsd } from "./format.ts";
import { type ModelChoice, modelGroups } from "./model-choices.ts";

interface ModelListProps {
  id: string;
  query: string;
  value: ModelRef;
  active: number;
  choices: readonly ModelChoice[];
  onChoices: (choices: readonly ModelChoice[]) => void;
  onChoose: (choice: ModelChoice) => void;
}

/** The open list: models by provider, what each costs, and which providers still need a key. */
export function ModelList({ id, query, value, active, choices, onChoices, onChoose }: ModelListProps) {
  const listing = usePlayground((state) => state.listing);
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => modelGroups(listing.providers, query), [listing.providers, query]);
  const flat = useMemo(() => groups.flatMap((group) => group.choices), [groups]);
  const keyless = listing.providers.filter(({ configured }) => !configured);

  useEffect(() => onChoices(flat), [flat, onChoices]);
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${active}"]`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);

  return (
    <div className="absolute inset-x-0 z-30 mt-1.5 overflow-hidden rounded-md border border-control bg-card lg:-inset-x-10">
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label="Models"
        className="max-h-[22rem] overflow-y-auto py-1"
      >
        {groups.map(({ provider, choices: own, more }) => (
          <fieldset key={provider.id} aria-labelledby={`${id}-${provider.id}`} className="pb-1">
            <div
              id={`${id}-${provider.id}`}
              role="presentation"
              className="flex justify-between gap-3 px-3 pt-2 pb-1 text-xs font-medium text-soft"
            >
              <span>{provider.label}</span>
              <span>{provider.configured ? "" : "needs a key"}</span>
            </div>
            {own.map((choice) => {
              const index = choices.indexOf(choice);
              return (
                <Option
                  key={`${choice.model} ${choice.typed === true}`}
                  id={`${id}-${index}`}
                  choice={choice}
                  active={index === active}
                  selected={choice.provider === value.provider && choice.model === value.model}
                  free={provider.id === "demo" || provider.source === "local"}
                  onChoose={() => onChoose(choice)}
                />
              );
            })}
            {more > 0 && (
              <p role="presentation" className="px-3 py-1 text-xs text-soft">
                {formatCount(more)} more: type to narrow the list
              </p>
            )}
          </fieldset>
        ))}
      </div>
      <ListFoot state={listing.state} found={flat.length} />
      {keyless.length > 0 && (
        <p className="border-t border-hair px-3 py-2 text-xs text-soft">
          {keyless.length} providers need a key.{" "}
          <Link href="/keys" prefetch={false} className="font-medium text-ink underline underline-offset-2">
            Add keys
          </Link>
        </p>
      )}
    </div>
  );
}

interface OptionProps {
  id: string;
  choice: ModelChoice;
  active: boolean;
  selected: boolean;
  free: boolean;
  onChoose: () => void;
}

function Option({ id, choice, active, selected, free, onChoose }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      onKeyDown={(event) => event.key === "Enter" && onChoose()}
      className={classNames(
        "flex min-h-8 cursor-pointer items-center gap-2 px-3 py-1 text-sm hover:bg-hair pointer-coarse:min-h-11",
        active && "bg-hair",
      )}
    >
      <span className="min-w-0 flex-1 wrap-anywhere">
        {choice.label}
        {choice.label !== choice.model && !choice.typed && <span className="text-soft"> {choice.model}</span>}
      </span>
      <span className="shrink-0 text-xs text-soft">{choice.typed ? "" : priceWords(choice, free)}</span>
      <Check aria-hidden size={14} className={classNames("shrink-0", !selected && "invisible")} />
    </div>
  );
}

function priceWords({ price }: ModelChoice, free: boolean): string {
  if (free) return "no cost";
  if (price === undefined) return "price unknown";
  return `${formatUsd(price.inputUsdPerMillion)} in, ${formatUsd(price.outputUsdPerMillion)} out / M tokens`;
}

function ListFoot({ state, found }: { state: string; found: number }) {
  if (state === "reading" && found === 0) {
    return (
      <p className="flex items-center gap-2 px-3 py-2 text-sm text-soft">
        <Spinner /> Asking the providers for their models …
      </p>
    );
  }
  if (state === "failed") {
    return <p className="px-3 py-2 text-sm text-bad">The list could not be read. Open it again to retry.</p>;
  }
  if (found === 0) return <p className="px-3 py-2 text-sm text-soft">No model by that name.</p>;
  return null;
}
