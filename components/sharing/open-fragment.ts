import { firstPaintOf } from "#components/playground/first-paint.ts";
import { textId } from "#lib/judging/text-id.ts";
import { decodeFragment } from "#lib/sharing/fragment.ts";
import type { OpenedLink } from "./link-opening.ts";

/** Loaded only when an address holds a comparison: what reads it knows every rule. */
export async function openFragment(fragment: string): Promise<OpenedLink> {
  const found = await decodeFragment(fragment);
  if ("problem" in found) return { opening: null, state: found.problem };
  const { comparison } = found;
  return {
    opening: { initial: comparison, firstPaint: firstPaintOf(comparison), place: `link.${textId(fragment)}` },
    state: "open",
  };
}
