const ENGLISH = new Set(
  "the and of to a in is you for with that this it as are your be on write about not should use make do what how an from or by i me my give please".split(
    " ",
  ),
);
const OTHER = new Set(
  "der die das und ein eine einen ist für mit auf auch den dem des nicht schreibe bitte über le la les une des est pour avec dans sur qui que du au aux et un en el los las una con por para como se del y es lo sobre il gli che di della per sono scrivi um uma não os as do da em het een van voor met zijn niet schrijf op je jest nie na się w z i och ett att som på det".split(
    " ",
  ),
);

/** False when the text is plainly not English: the rules know English frames only, and labels look alike elsewhere. */
export function looksEnglish(text: string): boolean {
  const sample = text.slice(0, 2_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin / letters < 0.6) return false;
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const other = words.filter((word) => OTHER.has(word) && !ENGLISH.has(word)).length;
  return other <= english || other < 2;
}
