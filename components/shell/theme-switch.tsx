"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { THEME_COOKIE, THEMES, type Theme } from "./theme.ts";

const LOOKS = {
  system: { icon: <Monitor aria-hidden size={17} />, says: "as on this device" },
  light: { icon: <Sun aria-hidden size={17} />, says: "light" },
  dark: { icon: <Moon aria-hidden size={17} />, says: "dark" },
} as const satisfies Record<Theme, unknown>;

const YEAR_MS = 365 * 24 * 3_600_000;

/** One button that goes round the three choices; its name says the present one. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);

  function next() {
    const chosen = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
    document.documentElement.dataset.theme = chosen;
    setTheme(chosen);
    // Without a secure context there is no cookie store: the choice then lasts until the next load.
    void globalThis.cookieStore?.set({ name: THEME_COOKIE, value: chosen, expires: Date.now() + YEAR_MS });
  }

  return <IconButton label={`Colours: ${LOOKS[theme].says}`} icon={LOOKS[theme].icon} onClick={next} />;
}
