"use client";

import { useEffect, useState } from "react";
import { FRAGMENTS } from "#lib/sharing/fragment-mark.ts";
import type { LinkOpening, OpenedLink } from "./link-opening.ts";

const NOTHING = { opening: null, state: "none" } as const;

/**
 * Opens the comparison that stands in the address behind the #, here in the browser alone. It gets a draft of its
 * own, so that nothing that was being written is lost; nothing runs by itself.
 */
export function useLinkOpening(): LinkOpening {
  const [found, setFound] = useState<OpenedLink>(NOTHING);
  useEffect(() => {
    let latest = 0;
    const read = async () => {
      latest += 1;
      const mine = latest;
      const fragment = location.hash.slice(1);
      if (!FRAGMENTS.test(fragment)) {
        setFound(isPlace(fragment) ? NOTHING : { opening: null, state: "damaged" });
        return;
      }
      setFound((shown) => ({ ...shown, state: "reading" }));
      const next = await import("./open-fragment.ts").then(
        ({ openFragment }) => openFragment(fragment),
        (): OpenedLink => ({ opening: null, state: "unread" }),
      );
      if (mine === latest) setFound(next);
    };
    const onChange = () => void read();
    if (location.hash !== "") onChange();
    addEventListener("hashchange", onChange);
    return () => {
      latest += 1;
      removeEventListener("hashchange", onChange);
    };
  }, []);
  return {
    ...found,
    leave() {
      history.replaceState(null, "", `${location.pathname}${location.search}`);
      setFound(NOTHING);
    },
  };
}

/** A place on the page, as the skip link has; what is longer and leads nowhere was a link once. */
function isPlace(fragment: string): boolean {
  return fragment.length < 8 || document.getElementById(fragment) !== null;
}
