/** The form of a fragment link that this version writes. */
export const FRAGMENT_VERSION = 1;
/** Characters behind the #: programs that pass links on cut longer ones. */
export const FRAGMENT_CHARS = 32 * 1024;
/** A fragment that holds a comparison, of whichever version; any other, such as #main, is none of it. */
export const FRAGMENTS = /^c(\d{1,6})\.(.*)$/s;
