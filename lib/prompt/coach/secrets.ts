/** Keys of well-known services, and "password: …" with a digit or a sign in it. */
const SECRET =
  /\b(?:sk-[A-Za-z0-9_-]{16,}|sk_live_[A-Za-z0-9]{16,}|gh[pousr]_[A-Za-z0-9]{30,}|AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{30,}|xox[abp]-[0-9A-Za-z-]{20,}|(?<=(?:password|passwd|pwd)\s?(?:is|:|=)\s?)(?=\S*[\d!@#$%^&*])[^\s,;<>{}[\]()]{6,60})/gi;
/** "sk-xxxxxxxx", "AKIA…EXAMPLE": shown, not meant. */
const SHOWN = /x{4,}|example|your|\.{3}|placeholder|1234567890/i;

/** Where a text holds what looks like a key or a password, as offsets in UTF-16 units. */
export function secretsIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(SECRET)]
    .filter(([words]) => !SHOWN.test(words))
    .map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
}
