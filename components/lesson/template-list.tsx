"use client";

import Link from "next/link";
import { useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { searchTemplates, type TemplateCard } from "#lib/library/template-search.ts";

/** Every template by group, narrowed while somebody types. */
export function TemplateList({ cards }: { cards: readonly TemplateCard[] }) {
  const [search, setSearch] = useState("");
  const found = searchTemplates(cards, search);
  const groups = Map.groupBy(found, ({ group }) => group);
  return (
    <>
      <div className="mt-5 max-w-md">
        <Field label="Search templates">
          {(field) => (
            <TextInput
              {...field}
              type="search"
              value={search}
              placeholder="email, JSON, quiz …"
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
        </Field>
      </div>
      <p role="status" className="mt-2 text-sm text-soft">
        {found.length === cards.length
          ? `${cards.length} templates`
          : `${found.length} of ${cards.length} templates`}
      </p>
      {found.length === 0 && (
        <p className="mt-6 text-soft">Nothing here says that. Try another word, or clear the search.</p>
      )}
      {[...groups].map(([group, members]) => (
        <section key={group} aria-labelledby={`group-${group}`} className="mt-7">
          <h2 id={`group-${group}`} className="border-b border-line pb-1.5 text-sm font-semibold text-soft">
            {group}
          </h2>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-x-8">
            {members.map((card) => (
              <li key={card.slug} className="border-b border-hair py-3">
                <Link
                  href={`/?template=${card.slug}`}
                  prefetch={false}
                  className="inline-flex min-h-7 items-center font-serif text-lg font-semibold underline-offset-4 hover:underline"
                >
                  {card.title}
                </Link>
                <p className="text-soft">{card.use}</p>
                <p className="mt-1 text-xs text-soft">
                  You fill in: {card.variables.map((variable) => variable.replaceAll("_", " ")).join(", ")}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
