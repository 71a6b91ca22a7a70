"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { PAGES } from "./pages.ts";

export function Nav() {
  const path = usePathname();
  return (
    <nav
      aria-label="Pages"
      className="flex items-center gap-1 max-sm:order-last max-sm:-mx-1.5 max-sm:w-[calc(100%+0.75rem)] max-sm:gap-0 max-sm:overflow-x-auto max-sm:text-sm"
    >
      {PAGES.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={path === href ? "page" : undefined}
          className="inline-flex shrink-0 min-h-9 items-center rounded-md px-1.5 sm:px-2 text-soft transition-colors hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink pointer-coarse:min-h-11"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
