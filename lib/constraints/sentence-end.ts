const BEGINS = /^[ \n]?[\p{Lu}\p{Ll}\p{Lo}\p{Nd}]/u;
const BEGINS_LARGE = /^[ \n]\p{Lu}/u;
const WORD_END = /^\p{Ll}{3}$/u;
const ABBREVIATION_END = /(?:approx|Prof|bzw|ggf|vgl|sog|evtl|inkl|zzgl|Sres|Mlle|Dott)$/;
const ABBREVIATION_CHARS = 6;
const NUMBER_END = /\p{Ll},?\p{Nd}{1,12}$/u;
const RIGHT_TO_LEFT_BEGINS = /^[ \n][א-ת\u0620-\u064a]/;
const RIGHT_TO_LEFT_WORD = /[א-ת\u0620-\u064a]$/;
/** As much as tells, characters. */
const WORD_CHARS = 16;

/**
 * Where the next sentence begins behind the sign at this place, if one surely does, whatever else the text holds; null
 * when that takes more than its neighbours to tell.
 */
export function sureEnd(text: string, at: number): number | null {
  const after = text.slice(at + 1, at + 4);
  const next = at + (/^[ \n]/.test(after) ? 2 : 1);
  if (text.charAt(at) !== ".") return BEGINS.test(after) ? next : null;
  const sure =
    (BEGINS_LARGE.test(after) && isWholeWord(text, at)) ||
    (RIGHT_TO_LEFT_BEGINS.test(after) && RIGHT_TO_LEFT_WORD.test(text.charAt(at - 1)));
  return sure ? next : null;
}

/** Whether a word or a number ends there that is no abbreviation, no initial and not all of the sentence. */
function isWholeWord(text: string, end: number): boolean {
  const last = (chars: number) => text.slice(Math.max(0, end - chars), end);
  return WORD_END.test(last(3))
    ? !ABBREVIATION_END.test(last(ABBREVIATION_CHARS))
    : NUMBER_END.test(last(WORD_CHARS));
}

/** A segment that ends so goes on: titles, "e.g.", the number of a list item. */
const GOES_ON =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dra?|Prof|St|Mt|Sra?|Sres|Jr|vs|Nr|Fig|Abb|cf|vgl|approx|evtl|ggf|bzw|sog|inkl|zzgl|Hr|Fr|Mme|Mlle|Uds?|Sig|Dott|e\.\s?g|i\.\s?e|z\.\s?B|d\.\s?h|u\.\s?a|p\.\s?ex|p\.\s?ej)\.\s*$|^\s*\p{N}+\.\s*$/u;
/** The first half of an abbreviation whose second half has a capital, "z. B.", "EE. UU.": only these are cut apart. */
const FIRST_HALF = /(?:^|[\s(“"])(z|EE)\.\s*$/u;
const SECOND_HALF: Readonly<Record<string, RegExp>> = { z: /^B\./u, EE: /^UU\./u };
/** A number that German writes an ordinal with: "am 3. Mai", "im 19. Jahrhundert". */
const ORDINAL = /(?:^|\s)\p{Nd}{1,2}\.\s*$/u;
const GERMAN_MONTH =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?![\p{L}\p{N}])/u;
const GERMAN_BEFORE = /(?:^|\s)(?:der|dem|des|vom|zum|zur|im|beim|jede[nrms]?)\s\p{Nd}{1,2}\.\s*$/iu;
/** "M. Roche": in French a gentleman. */
const GENTLEMAN = /(?:^|\p{Ll}\s)M\.\s*$/u;
/** "No. 5", but "Is it raining? No." */
const NUMBERED = /(?:^|[\s(“"])No\.\s*$/u;
/** "5 p.m. Tuesday", "9 a.m. GMT". */
const HOUR = /\p{Nd}\s?[ap]\.m\.\s*$/iu;
const BEHIND_HOUR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Eastern|Central|Mountain|Pacific|GMT|UTC|[ECMP][SD]?T|BST|CES?T)(?![\p{L}\p{N}])/u;
/** An initial within a name: "J. R. R. Tolkien". */
const INITIAL = /(?:^|\p{Lu}\p{L}*\.?\s)\p{Lu}\.\s*$/u;
/** A letter that is a name of its own: "Plan B.", "Vitamin C." */
const LETTERED =
  /(?:^|[^\p{L}])(?:Plan|Vitamin|Option|Type|Group|Class|Grade|Appendix|Section|Part|Point|Team|Hepatitis|Figure|Table|Level|Room|Gate|Line|Side|Column|Row|Schedule|Exhibit|Answer|Choice|Case|Model|Variant|Version|Step|Phase|Block|Building|Platform)\s\p{Lu}\.\s*$/iu;
/** Words that no name begins with behind its initial. */
const NO_NAME =
  /^(?:The|A|An|This|That|These|Those|It|Its|He|She|We|They|You|His|Her|Their|Our|My|Your|I|Then|There|Here|If|When|While|But|And|So|Or|Not|No|Yes|In|On|At|For|From|With|As|To|After|Before|Now|What|Who|Why|How|Where|Which|Is|Are|Was|Were|Do|Does|Did)(?![\p{L}\p{N}.])/u;
/** As much of a segment as tells whether it goes on, characters. */
const ENDING_CHARS = 60;
const CLOSING_QUOTES = new Set("\"”’»'」』");
const JAPANESE_CLOSING_QUOTES = new Set("」』");
const QUOTE_END = new Set("?!…");
const JAPANESE_QUOTE_END = new Set("。？！?!…");
/** Particles behind a quotation; "とても" and its like begin a sentence. */
const JAPANESE_GOES_ON = /^(?:と(?!ても|ころ|にかく|き|ある|りあえず|もだち|なり)|って|なんて)/u;

/** Whether the sentence goes on from one segment to the next. Which rule can apply at all is told by the last sign, in a fraction of the time. */
export function goesOnBehind(previous: string, segment: string): boolean {
  const end = previous.trimEnd().length - 1;
  const last = previous.charAt(end);
  if (last === ".")
    return !isWholeWord(previous, end) && goesOnBehindPoint(previous.slice(-ENDING_CHARS), segment);
  if (!CLOSING_QUOTES.has(last)) return false;
  const before = previous.charAt(end - 1);
  if (JAPANESE_CLOSING_QUOTES.has(last) && JAPANESE_QUOTE_END.has(before) && JAPANESE_GOES_ON.test(segment))
    return true;
  return QUOTE_END.has(before) && /^\p{Ll}/u.test(segment);
}

/** All that goes on behind a point ends with a Latin letter, a capital of any script or a digit before it. */
const MAY_GO_ON = /[\p{Script=Latin}\p{Lu}\p{N}]\.\s*$/u;

function goesOnBehindPoint(ending: string, segment: string): boolean {
  if (!MAY_GO_ON.test(ending.slice(-4))) return false;
  if (GOES_ON.test(ending)) return true;
  const half = FIRST_HALF.exec(ending)?.[1];
  if (half !== undefined && SECOND_HALF[half]?.test(segment)) return true;
  if (ORDINAL.test(ending) && (GERMAN_MONTH.test(segment) || GERMAN_BEFORE.test(ending)))
    return /^\p{Lu}/u.test(segment);
  if (GENTLEMAN.test(ending)) return /^\p{Lu}\p{Ll}/u.test(segment) && !NO_NAME.test(segment);
  if (NUMBERED.test(ending)) return /^\p{N}/u.test(segment);
  if (HOUR.test(ending)) return BEHIND_HOUR.test(segment);
  return INITIAL.test(ending) && !LETTERED.test(ending) && !NO_NAME.test(segment);
}
