/** As much of a template as a list needs. */
export interface TemplateCard {
  slug: string;
  title: string;
  group: string;
  /** When to take it and what it buys, in a sentence. */
  use: string;
  keywords: readonly string[];
  /** What the person fills in. */
  variables: readonly string[];
}

/** Templates that say every word of the search somewhere, whatever its letter case, accents and hyphens. */
export function searchTemplates(cards: readonly TemplateCard[], search: string): TemplateCard[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  return cards.filter((card) => {
    const said = plain(
      [card.title, card.group, card.use, ...card.keywords, ...card.variables].join(" ").replaceAll("_", " "),
    );
    return wanted.every((word) => said.includes(word));
  });
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[\p{M}\-‐-―'’]/gu, "")
    .toLowerCase();
}
