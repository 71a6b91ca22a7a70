import type { Metadata } from "next";
import { Arc } from "#components/lesson/arc.tsx";
import { loadExample } from "#lib/library/examples.server.ts";

export const metadata: Metadata = { title: "Where prompting ends" };

export default function WhyPage() {
  return (
    <main id="main" tabIndex={-1} className="page py-8 outline-none">
      <Arc
        examples={{
          poem: loadExample("poem"),
          unknown: loadExample("unknown"),
          grounding: loadExample("grounding"),
          tuning: loadExample("tuning", { variants: ["before", "tuned"], case: "today" }),
          both: loadExample("tuning", { variants: ["tuned", "after"], case: "changed" }),
        }}
      />
    </main>
  );
}
