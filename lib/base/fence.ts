/** Everything that any reader could take for the end of a line. */
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** Invisible letters that spell instructions which only a model reads. */
const TAG_CHARACTERS = /[\u{e0000}-\u{e007f}]/gu;
/** What stands before every line of a fenced text, so that no line of it can be a fence. */
export const LINE_SIGN = "| ";

/**
 * A code that nobody could know when the texts were written: 64 random bits as 16 hexadecimal digits, in none
 * of the texts. One a call.
 */
export function fenceCode(texts: readonly string[], random: () => string = randomCode): string {
  for (;;) {
    const code = random();
    if (!texts.some((text) => text.includes(code))) return code;
  }
}

/** A text between two lines that carry the code; each line of it is marked as data. */
export function fenced(text: string, label: string, code: string): string {
  const lines = text.replace(TAG_CHARACTERS, "").split(LINE_BREAK);
  const marked = lines.map((line) => `${LINE_SIGN}${line}`).join("\n");
  return `[[TEXT ${label} ${code}]]\n${marked}\n[[END ${label} ${code}]]`;
}

function randomCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
