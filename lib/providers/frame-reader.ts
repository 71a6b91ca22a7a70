import type { SseEvent } from "#lib/base/sse-decode.ts";
import type { Completion, ReportedUsage } from "./types.ts";

/** What came since the sink was last told. */
export interface Output {
  text: string;
  thinking: string;
}

/** "keep-alive" is a frame that shows no progress, "end" the protocol's terminal marker. */
export type FrameMeaning = "progress" | "keep-alive" | "end";

/** What a protocol makes of its frames: one per completion, no input or output of its own. */
export interface FrameReader {
  /** Adds the frame's text to `output`. Throws ProviderError on an error frame and on one it cannot read. */
  read(event: SseEvent, output: Output): FrameMeaning;
  /** How it ended, by what was read; "interrupted" without the protocol's own proof of an end. */
  completion(wroteText: boolean): Completion;
  /** What was reported so far; null when that is not usable. */
  usage(): ReportedUsage | null;
}
