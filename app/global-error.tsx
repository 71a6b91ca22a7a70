"use client";

import { DeadEnd } from "#components/shell/dead-end.tsx";
import { ErrorWords } from "#components/shell/error-words.tsx";
import { Button } from "#components/ui/button.tsx";
import "./globals.css";

/** Stands in for the whole page when its layout fails. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <head>
        <title>Afterprompt stopped working</title>
      </head>
      <body>
        <DeadEnd
          title="The page stopped working"
          action={
            <Button look="primary" onClick={() => location.reload()}>
              Load it again
            </Button>
          }
        >
          <ErrorWords digest={error.digest} />
        </DeadEnd>
      </body>
    </html>
  );
}
