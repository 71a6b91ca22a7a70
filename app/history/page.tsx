import type { Metadata } from "next";
import { KeepSetting } from "#components/history/keep-setting.tsx";
import { LinkList } from "#components/history/link-list.tsx";
import { RunList } from "#components/history/run-list.tsx";

export const metadata: Metadata = { title: "History" };

export default function HistoryPage() {
  return (
    <main id="main" tabIndex={-1} className="page py-8 outline-none">
      <div className="mx-auto max-w-3xl">
        <h1 className="font-serif text-title">History</h1>
        <p className="mt-2 max-w-[62ch] text-soft">
          What this browser ran, and the links it made. There is no account: whoever uses this browser sees
          this page, and another browser does not.
        </p>
        <KeepSetting />
        <section aria-labelledby="runs" className="mt-8">
          <h2 id="runs" className="font-semibold">
            My runs
          </h2>
          <RunList />
        </section>
        <section aria-labelledby="links" className="mt-10">
          <h2 id="links" className="font-semibold">
            My links
          </h2>
          <LinkList />
        </section>
      </div>
    </main>
  );
}
