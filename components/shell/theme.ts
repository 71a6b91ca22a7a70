/** What a person may choose. `system` follows the device. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** The cookie that keeps the choice. The server reads it, so the first paint is already right. */
export const THEME_COOKIE = "theme";

/** Any cookie value to a theme; anything unknown follows the device. */
export function readTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}
