import type { Metadata } from "next";
import Link from "next/link";
import { RuleCard } from "#components/coach/rule-card.tsx";
import { COACH_RULES } from "#lib/prompt/coach/registry.ts";

export const metadata: Metadata = { title: "Coach" };

export default function CoachPage() {
  return (
    <main id="main" tabIndex={-1} className="page py-8 outline-none">
      <h1 className="font-serif text-title">Coach</h1>
      <p className="mt-2 max-w-[68ch] text-soft">
        {COACH_RULES.length} rules read a prompt while you write it. No model is asked and nothing leaves the
        page. They are written for English prompts and would rather be silent than wrong; a note is a remark,
        never an error. What a change is worth, only a run can tell: see the{" "}
        <Link href="/strategies" prefetch={false} className="underline underline-offset-3 hover:text-ink">
          strategies
        </Link>
        .
      </p>
      <div className="mt-6 gap-x-14 lg:columns-2">
        {COACH_RULES.map((rule) => (
          <RuleCard key={rule.id} rule={rule} />
        ))}
      </div>
    </main>
  );
}
