import type { Metadata } from "next";
import { KeyList } from "#components/keys/key-list.tsx";

export const metadata: Metadata = { title: "Keys" };

export default function KeysPage() {
  return (
    <main id="main" tabIndex={-1} className="page py-8 outline-none">
      <div className="mx-auto max-w-2xl">
        <h1 className="font-serif text-title">Keys</h1>
        <p className="mt-3 max-w-[62ch] text-soft">
          A key is sent once to this server, which seals it into a cookie that no script can read and opens it
          only to call that provider. It is not stored on the server and is never shown again. Closing the
          browser forgets it, unless you choose to have it remembered for 12 hours.
        </p>
        <p className="mt-2 max-w-[62ch] text-soft">The demo needs no key.</p>
        <KeyList />
      </div>
    </main>
  );
}
