/**
 * Text as constraints compare it. Every fold except `normalText` keeps the length,
 * so that a place in the folded text is the same place in the text itself.
 */

/** LF line ends and NFC, as the texts that are checked have them. */
export function normalText(text: string): string {
  return text.replace(/\r\n?/g, "\n").normalize("NFC");
}

/** Small letters. U+0130 is the one letter whose small form is longer; it becomes a plain i. */
export function foldCase(text: string): string {
  return text.replaceAll("İ", "i").toLowerCase().replaceAll("ς", "σ");
}

/** Curly, low and angled quotation marks become straight ones. */
export function foldQuotes(text: string): string {
  return text.replace(/[‘’‚‛′`´]/g, "'").replace(/[“”„‟″«»]/g, '"');
}

/** Every kind of white space becomes a space, and a hyphen that looks like one is one: a phrase may break across lines. */
export function foldSpace(text: string): string {
  return text
    .replaceAll("\n", " ")
    .replace(/[^\S ]/g, " ")
    .replace(/[\u2010\u2011]/g, "-");
}

/** The forgiving form of a text: small letters, straight quotation marks, plain spaces. */
export function foldAll(text: string): string {
  return foldSpace(foldQuotes(foldCase(text)));
}
