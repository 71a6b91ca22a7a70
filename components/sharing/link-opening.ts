import type { PlaygroundOpening } from "#components/playground/store.ts";
import type { FragmentProblem } from "#lib/sharing/fragment.ts";

/** What became of the comparison in the address. */
export interface OpenedLink {
  /** What the playground shows instead of its own; null without a link, or when it cannot be read. */
  opening: PlaygroundOpening | null;
  state: "none" | "reading" | "open" | FragmentProblem | "unread";
}

export interface LinkOpening extends OpenedLink {
  /** Leaves the link: what was being written is there again. */
  leave(): void;
}
