/** The cookie that remembers whether the lesson's text is shown. The server reads it, so the first paint is right. */
export const PANEL_COOKIE = "lesson-text";

/** `auto`: nobody has chosen yet; shown where there is room beside the prompts, folded on a phone. */
export type PanelState = "auto" | "shown" | "hidden";

/** Any cookie value to a state. */
export function readPanel(value: string | undefined): PanelState {
  return value === "shown" || value === "hidden" ? value : "auto";
}
