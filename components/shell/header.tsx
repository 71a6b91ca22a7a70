import Link from "next/link";
import { KeysButton } from "./keys-button.tsx";
import { Nav } from "./nav.tsx";
import type { Theme } from "./theme.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

export function Header({ theme }: { theme: Theme }) {
  return (
    <header className="border-b border-line print:hidden">
      <div className="page flex min-h-14 flex-wrap items-center gap-x-0.5 sm:gap-x-3 gap-y-1 py-1.5">
        <Link
          href="/"
          prefetch={false}
          aria-label="Afterprompt, to the playground"
          className="inline-flex sm:mr-1 min-h-9 items-center rounded-sm font-serif text-[1.0625rem] sm:text-[1.1875rem] font-semibold tracking-[-0.01em] pointer-coarse:min-h-11"
        >
          After<span className="text-after">prompt</span>
        </Link>
        <Nav />
        <span className="ml-auto">
          <ThemeSwitch initial={theme} />
        </span>
        <KeysButton />
      </div>
    </header>
  );
}
