import { countWords } from "./clause.ts";
import type { Random } from "./random.ts";
import { SPARE_WORDS, type Voice } from "./voices.ts";

interface Phrase {
  text: string;
  words: number;
  namesTopic: boolean;
}

/** Says one clause after the other in a voice, in small letters and without a full stop. */
export interface Speaker {
  /** A clause of exactly `words` words (at least 1); of any natural length when null. */
  say(words: number | null): string;
  /** Whether a phrase may be used: it holds none of the excluded words. */
  allowed(phrase: string): boolean;
}

/** How many clauses pass before one may come again. */
const REMEMBERED = 8;

export function createSpeaker(
  voice: Voice,
  topic: string,
  allowed: Speaker["allowed"],
  random: Random,
): Speaker {
  const phrases = (list: readonly string[]) =>
    list
      .map((text): Phrase => {
        const said = text.replace("{topic}", () => topic);
        return { text: said, words: countWords(said), namesTopic: said !== text };
      })
      .filter((phrase) => allowed(phrase.text));
  const openers = phrases(voice.openers);
  const tails = phrases(voice.tails);
  const spares = phrases(SPARE_WORDS);
  const comma = allowed(",") ? ", " : " ";
  let recent: Phrase[] = [];

  const pick = (list: readonly Phrase[]) => list[random.between(0, list.length - 1)];

  /** Openers that make up the length alone or with one tail: no patchwork. */
  const fitting = (words: number | null) => {
    const room = (opener: Phrase) => (words === null ? 0 : words - opener.words);
    const fits = openers.filter((opener) => {
      const left = room(opener);
      if (words === null) return opener.words > 3;
      return left === 0 || tails.some((tail) => tail.words === left);
    });
    const fresh = fits.filter((opener) => !recent.includes(opener));
    const first = recent.length === 0 ? fresh.filter((opener) => opener.namesTopic) : [];
    return [first, fresh, fits].find((list) => list.length > 0) ?? [];
  };

  /** Whatever fits, longest pieces first, until the length is reached. */
  const patchwork = (words: number) => {
    const pieces: string[] = [];
    let last: Phrase | undefined;
    for (let left = words; left > 0; ) {
      const list = pieces.length === 0 ? [...openers, ...tails] : tails;
      const usable = [...list, ...spares].filter((phrase) => phrase.words <= left && phrase !== last);
      const longest = Math.max(...usable.map((phrase) => phrase.words));
      last = pick(usable.filter((phrase) => phrase.words >= Math.min(longest, 3)));
      pieces.push(last?.text ?? "so");
      left -= last?.words ?? 1;
    }
    return pieces.join(comma);
  };

  return {
    allowed,
    say(words) {
      const opener = pick(fitting(words));
      if (opener === undefined) return patchwork(words ?? 5);
      recent = [...recent, opener].slice(-REMEMBERED);
      const left = words === null ? 0 : words - opener.words;
      const tail = left === 0 ? undefined : pick(tails.filter((phrase) => phrase.words === left));
      return tail === undefined ? opener.text : `${opener.text} ${tail.text}`;
    },
  };
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
