/**
 * The simulator's whole vocabulary. It names the topic and says nothing about it: a rule-based text must not
 * pass for knowledge. `{topic}` is put in by the speaker; every other word is one plain word, without hyphens
 * or apostrophes, so that every way of counting words agrees on it.
 */
export interface Voice {
  /** Clauses that can stand alone, in small letters. */
  openers: readonly string[];
  /** Phrases that lengthen a clause. */
  tails: readonly string[];
}

export const PROSE: Voice = {
  openers: [
    "noted",
    "more follows",
    "so it continues",
    "these words hold places",
    "a rule chose these words",
    "the wording stays general on purpose",
    "this sentence is here to be counted",
    "only the shape of this text was planned",
    "the rules in the prompt decide its shape",
    "an example would stand at this point",
    "nothing was looked up to write this sentence",
    "the next idea would begin where this one ends",
    "this is about {topic}",
    "the subject is {topic}",
    "the prompt asks about {topic}",
    "this part keeps to {topic}",
    "these words stand for {topic}",
    "a real answer would explain {topic}",
    "a model would say more about {topic}",
    "the facts about {topic} are left out here",
    "someone who knows {topic} would add the details",
    "what matters about {topic} would be said at this point",
  ],
  tails: [
    "here",
    "for now",
    "once more",
    "in plain words",
    "as the prompt asks",
    "without any claim to knowledge",
    "so that the length comes out right",
  ],
};

export const VERSE: Voice = {
  openers: [
    "listen",
    "softly now",
    "word by word",
    "and then a silence",
    "a pause and a breath",
    "a little room for {topic}",
    "one quiet line for {topic}",
    "a few plain words for {topic}",
    "the page is waiting for {topic}",
    "and still the page returns to {topic}",
    "here a poet would have sung of {topic}",
    "line follows line without a hurry",
    "the white of the page between the words",
    "a rule has set these words in their order",
    "the rhythm counts its steps and walks on",
    "something small is said and left alone",
    "the next line opens where this one closes",
    "and what is missing is the song itself",
    "every word keeps the place of a better one",
  ],
  tails: [
    "now",
    "once more",
    "word by word",
    "line after line",
    "with room to breathe",
    "and then a little more",
    "quiet on the waiting page",
  ],
};

export const POINTS: Voice = {
  openers: [
    "first",
    "one more",
    "another point here",
    "room for an example",
    "a number with its unit",
    "a question still to be asked",
    "something that an expert would add",
    "a point about {topic}",
    "a first step with {topic}",
    "something to ask about {topic}",
    "something to check about {topic}",
    "a place to begin with {topic}",
    "a detail that belongs to {topic}",
    "what to try early with {topic}",
    "what to leave for later with {topic}",
  ],
  tails: [
    "here",
    "for now",
    "in this place",
    "as the prompt asks",
    "in a few plain words",
    "before going on to the next",
  ],
};

/** When the prompt forbids most of the vocabulary. */
export const SPARE_WORDS: readonly string[] = [
  "so",
  "yes",
  "and",
  "more",
  "then",
  "also",
  "this",
  "still",
  "next",
  "up",
  "my",
  "dim",
];
