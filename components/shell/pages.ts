/** The pages of the header, in order. A new page is one row. */
export const PAGES: readonly { href: string; label: string }[] = [
  { href: "/", label: "Playground" },
  { href: "/lessons", label: "Lessons" },
  { href: "/strategies", label: "Strategies" },
  { href: "/templates", label: "Templates" },
  { href: "/history", label: "History" },
];
