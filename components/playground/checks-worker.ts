import { type HoldJob, holdTexts } from "./hold-texts.ts";

/** A thread of its own for checks, so that the page never waits for them. */
addEventListener("message", ({ data }: MessageEvent<HoldJob>) => postMessage(holdTexts(data)));
