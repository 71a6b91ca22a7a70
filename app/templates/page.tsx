import type { Metadata } from "next";
import { TemplateList } from "#components/lesson/template-list.tsx";
import { cardOf } from "#lib/library/template.ts";
import { loadTemplates } from "#lib/library/templates.server.ts";

export const metadata: Metadata = { title: "Templates" };

export default function TemplatesPage() {
  return (
    <main id="main" tabIndex={-1} className="page py-8 outline-none">
      <h1 className="font-serif text-title">Templates</h1>
      <p className="mt-2 max-w-[68ch] text-soft">
        Prompts for everyday work, each beside the short one that people usually type, with an example filled
        in and with checks. Open one, put your own text in, run both.
      </p>
      <TemplateList cards={loadTemplates().map(cardOf)} />
    </main>
  );
}
