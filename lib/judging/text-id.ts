/**
 * A short id of some texts: 52 bits as letters and digits. It tells the texts of one page apart; where people share
 * things, `contentHash` of the comparison does. Synchronous, and there without a secure connection.
 * After "cyrb53" by bryc (public domain).
 */
export function textId(...parts: readonly string[]): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  const mix = (code: number) => {
    one = Math.imul(one ^ code, 2_654_435_761);
    two = Math.imul(two ^ code, 1_597_334_677);
  };
  for (const part of parts) {
    // Each part begins with its length, so that ("ab", "c") and ("a", "bc") differ.
    mix(part.length);
    for (let index = 0; index < part.length; index += 1) mix(part.charCodeAt(index));
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return (2 ** 32 * (two & 0x1fffff) + (one >>> 0)).toString(36);
}
