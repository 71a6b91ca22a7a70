import { type Constraint, findingOf, isNegated } from "#lib/constraints/registry.ts";
import { asksQuestion } from "#lib/prompt/asks-question.ts";
import type { PartsPrompt } from "#lib/prompt/schema.ts";
import { clauseOf, countWords } from "./clause.ts";
import { layOut, linesIn } from "./layout.ts";
import type { Random } from "./random.ts";
import { shapeOf } from "./shape.ts";
import { capitalised, createSpeaker, type Speaker } from "./speaker.ts";
import { NO_TOPIC } from "./topic.ts";
import { POINTS, PROSE, VERSE, type Voice } from "./voices.ts";
import { type Wanted, wantedOf } from "./wanted.ts";

const TRIES = 24;
/** Characters composed in search of a text that keeps everything; then the best so far has to do. */
const SEARCH_CHARS = 60_000;

/** The reply to a prompt in parts: the first text that keeps all that was understood, else the one that breaks least. */
export function composeReply(prompt: PartsPrompt, random: Random): string {
  const wanted = wantedOf(prompt, random);
  if (wanted.foreignLanguage !== null) return cannotWrite(wanted.foreignLanguage);
  const promises: Constraint[] = [
    ...prompt.constraints,
    { kind: "starts-with", text: wanted.start },
    ...(asksQuestion(prompt) ? [{ kind: "ends-with", text: "?" } as const] : []),
  ];
  const broken = (text: string) => promises.filter((promise) => !keeps(promise, text)).length;

  let best: { text: string; broken: number } | null = null;
  let composed = 0;
  for (const attempt of attempts(wanted)) {
    const text = attempt(random);
    if (text === null) continue;
    composed += text.length;
    const candidate = { text, broken: broken(text) };
    if (candidate.broken === 0) return text;
    if (best === null || candidate.broken < best.broken) best = candidate;
    if (composed > SEARCH_CHARS) break;
  }
  return best?.text ?? `This text is about ${NO_TOPIC}.`;
}

/** Says the one thing that is true, in the only language the simulator has. */
function cannotWrite(language: string): string {
  return `This simulated reply can only be written in English, so it cannot answer in ${language}.`;
}

function keeps(promise: Constraint, text: string): boolean {
  const { result } = findingOf(promise, text, "strict");
  return result === "undecided" || (result === "pass") !== isNegated(promise);
}

type Attempt = (random: Random) => string | null;

/** Likely shapes first, then the plainest one, then without the topic, then with one count fewer at a time. */
function* attempts(wanted: Wanted): Generator<Attempt> {
  for (const subject of new Set([wanted.topic, NO_TOPIC, "it"])) {
    const named = { ...wanted, topic: subject };
    if (!allowedIn(wanted)(subject)) continue;
    for (let i = 0; i < TRIES; i++) yield (random) => attempt(named, random, i % 3 === 2);
  }
  const fewer = { ...wanted, topic: NO_TOPIC, counts: { ...wanted.counts } };
  for (const kind of ["sentences", "words", "bullets", "lines"] as const) {
    delete fewer.counts[kind];
    yield (random) => attempt(fewer, random, false);
    yield (random) => attempt(fewer, random, true);
  }
}

function attempt(wanted: Wanted, random: Random, plain: boolean): string | null {
  const speaker = (voice: Voice) => createSpeaker(voice, wanted.topic, allowedIn(wanted), random);
  if (wanted.jsonKeys !== null) return jsonOf(wanted.jsonKeys, wanted.include, speaker(PROSE));
  const given = {
    lines: linesIn(wanted.start),
    innerSentences: clauseOf(wanted.start).innerSentences + clauseOf(wanted.end).innerSentences,
    closed: clauseOf(wanted.start).closed,
    words: countWords(`${wanted.start} ${wanted.include.join(" ")} ${wanted.end}`),
  };
  const shape = shapeOf(wanted, given, random, plain);
  const voice = wanted.form === "verse" ? VERSE : shape.bullets > 0 ? POINTS : PROSE;
  return layOut(wanted, shape, speaker(voice), random);
}

function allowedIn(wanted: Wanted): Speaker["allowed"] {
  const excluded = wanted.exclude.map((word) => word.toLowerCase());
  return (phrase) => !excluded.some((word) => phrase.toLowerCase().includes(word));
}

/** An object with the keys that were asked for; its values claim nothing. */
function jsonOf(keys: readonly string[], include: readonly string[], speaker: Speaker): string {
  const wanted = keys.length > 0 ? keys : ["topic", "text"];
  const values = wanted.map((key) => [key, capitalised(speaker.say(null))] as const);
  const named = include.length === 0 ? [] : [["mentions", include.join(", ")] as const];
  return JSON.stringify(Object.fromEntries([...values, ...named]), null, 2);
}
