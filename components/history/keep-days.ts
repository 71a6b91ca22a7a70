/** How long new runs are kept, in days: null for ever, 0 not at all. */
export type KeepDays = number | null;

const KEY = "afterprompt.keep-days";
const DEFAULT_KEEP_DAYS = 90;

/** The choices of the page. */
export const KEEP_CHOICES: readonly { days: KeepDays; label: string }[] = [
  { days: 0, label: "Keep nothing" },
  { days: 1, label: "1 day" },
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "1 year" },
  { days: null, label: "Until I delete them" },
];

/** What this browser has chosen; the default where nothing or nonsense is stored. */
export function readKeepDays(): KeepDays {
  try {
    const stored = localStorage.getItem(KEY);
    const choice = KEEP_CHOICES.find(({ days }) => String(days) === stored);
    return choice === undefined ? DEFAULT_KEEP_DAYS : choice.days;
  } catch {
    return DEFAULT_KEEP_DAYS;
  }
}

export function saveKeepDays(days: KeepDays): void {
  try {
    localStorage.setItem(KEY, String(days));
  } catch {
    // Storage is switched off: the default holds.
  }
}
