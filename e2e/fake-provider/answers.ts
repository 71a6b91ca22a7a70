/** What the fake says. Deterministic: the same prompt asked for the n-th time always gets the same text. */

const NATURE_POEMS = [
  `Whispers of the Wild

In the heart of the forest where tall pines sway,
A brook sings softly to the break of day.
The moss lies quiet on the sleeping stone,
And every leaf has a song of its own.

The mountains rise in a robe of blue,
The meadows glitter with morning dew.
A hawk draws circles on the open sky,
And asks of no one the reason why.

The seasons turn like a patient wheel,
With frost to break and with sun to heal.
So walk here gently and hold it dear,
For all that we come from is living here.`,
  `The Quiet Green

The rivers run on silver feet,
Through fields of barley, fern and wheat.
The willow bends to touch the stream,
Half in the world and half in dream.

The clouds go by without a sound,
Their shadows grazing on the ground.
A thousand lives in root and wing
Keep time with every waking spring.

And when the evening folds its light,
The owl begins the song of night.`,
  `Nature's Song

Beneath the wide and open sky,
The rivers hum, the breezes sigh,
The flowers lift their painted heads
From last year's leaves and mossy beds.

The ocean speaks in rolling tones
To patient cliffs and polished stones,
And all the earth, in gold and green,
Goes on with work we have not seen.`,
];

const SUNRISE_POEMS = [
  `A golden light first kisses the water,
The lake holds the morning like a lamp in its hand;
Each ripple repeats the slow laughter of heaven,
And hope, still and shining, comes home to the land.`,
  `A golden light first kisses the water.
The still lake answers with a second sun,
Joy trembles outward, ring on ring of silver,
And the heart is healed to find the day begun.`,
  `A golden light first kisses the water,
And the sleeping lake wakes in a mirror of fire;
What grief the night gathered dissolves in its shining,
And hope lifts its face like a bird on a wire.`,
];

/** Picks the text for the n-th call with this prompt, n from 0. */
export function answerTo(prompt: string, n: number): string {
  const poems = poemsFor(prompt);
  if (poems !== null) return poems[n % poems.length] ?? "";
  const asked = prompt.replaceAll(/\s+/g, " ").trim().slice(0, 160);
  return `Here is answer number ${n + 1} to what was asked: “${asked}”. It is short, plain and always the same.`;
}

function poemsFor(prompt: string): readonly string[] | null {
  if (/golden light first kisses/i.test(prompt)) return SUNRISE_POEMS;
  return /\b(poem|verse|haiku)\b/i.test(prompt) ? NATURE_POEMS : null;
}

/** One token a word, its leading white space included. Joining them gives the text back. */
export function tokensOf(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

/** About four characters a token, at least one. */
export function countTokens(text: string): number {
  return Math.max(1, Math.ceil(text.length / 4));
}
