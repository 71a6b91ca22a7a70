/** What a broken page says. `digest` finds the entry in the server's log. */
export function ErrorWords({ digest }: { digest: string | undefined }) {
  return (
    <>
      <p>Something went wrong on this page. What you wrote is kept as a draft in this browser.</p>
      {digest && (
        <p className="text-sm">
          For a report: <code className="font-mono">{digest}</code>
        </p>
      )}
    </>
  );
}
