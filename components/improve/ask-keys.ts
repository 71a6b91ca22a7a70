import { newId } from "#lib/base/ids.ts";

/** The key under which a question goes out: the same question without an answer keeps it, so that it is paid for once. */
export interface AskKeys {
  keyFor(request: unknown): string;
  /** What is asked after an answer is meant anew. */
  answered(key: string): void;
}

export function createAskKeys(): AskKeys {
  let open: { body: string; key: string } | null = null;
  return {
    keyFor(request) {
      const body = JSON.stringify(request);
      if (open?.body !== body) open = { body, key: newId("req") };
      return open.key;
    },
    answered(key) {
      if (open?.key === key) open = null;
    },
  };
}
