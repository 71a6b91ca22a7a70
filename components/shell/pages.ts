/** The pages of the header, in order. A new page is one row. */
export const PAGES: readonly { href: string; label: string }[] = [
  { href: "/", label: "Playground" },
  { href: "/history", label: "History" },
];
