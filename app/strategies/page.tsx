import type { Metadata } from "next";
import Link from "next/link";
import { StrategyCard } from "#components/lesson/strategy-card.tsx";
import { loadStrategies } from "#lib/library/strategies.server.ts";

export const metadata: Metadata = { title: "Strategies" };

export default function StrategiesPage() {
  const strategies = loadStrategies();
  return (
    <main id="main" tabIndex={-1} className="page py-8 outline-none">
      <h1 className="font-serif text-title">Strategies</h1>
      <p className="mt-2 max-w-[68ch] text-soft">
        Eleven ways to word a prompt, each with a pair that you can run. None of them always helps; each says
        where it does not. The{" "}
        <Link href="/lessons" prefetch={false} className="underline underline-offset-3 hover:text-ink">
          lessons
        </Link>{" "}
        use them one after the other. When wording is not enough,{" "}
        <Link href="/why" prefetch={false} className="underline underline-offset-3 hover:text-ink">
          see what comes after prompting
        </Link>
        . While you write,{" "}
        <Link href="/coach" prefetch={false} className="underline underline-offset-3 hover:text-ink">
          the coach
        </Link>{" "}
        points at the commonest slips.
      </p>
      <nav aria-label="Strategies on this page" className="mt-4 mb-6 print:hidden">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {strategies.map(({ slug, title }) => (
            <li key={slug}>
              <a
                href={`#${slug}`}
                className="inline-flex min-h-7 items-center text-sm text-soft underline underline-offset-3 hover:text-ink pointer-coarse:min-h-11"
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {strategies.map((strategy) => (
        <StrategyCard key={strategy.slug} strategy={strategy} />
      ))}
    </main>
  );
}
