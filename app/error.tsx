"use client";

import { DeadEnd } from "#components/shell/dead-end.tsx";
import { ErrorWords } from "#components/shell/error-words.tsx";
import { Button } from "#components/ui/button.tsx";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <DeadEnd
      title="This page stopped working"
      action={
        <Button look="primary" onClick={reset}>
          Try again
        </Button>
      }
    >
      <ErrorWords digest={error.digest} />
    </DeadEnd>
  );
}
