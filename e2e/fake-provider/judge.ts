/** Judges of every character. They read the prompt as a model would: from its text alone. */

interface Text {
  number: number;
  text: string;
}

const FENCED = /^\[\[TEXT (\d) (\w+)\]\]\n([\s\S]*?)\n\[\[END \1 \2\]\]$/gm;
const YES_SAYERS: ReadonlySet<string> = new Set(["judge-yes", "judge-invents", "judge-obeys"]);
const GARBAGE = "Both are lovely in their own way! I would say {maybe the first, or is it the second?";

/** Whether a prompt asks for a verdict on fenced texts. */
export function isJudging(prompt: string): boolean {
  return textsOf(prompt).length > 0;
}

/** The answer of a judge of this character; one without a character of its own is honest. */
export function verdictOf(character: string, prompt: string): string {
  if (character === "judge-garbage") return GARBAGE;
  const texts = textsOf(prompt);
  return texts.length > 1 ? compare(character, prompt, texts) : answerItems(character, prompt, texts);
}

function compare(character: string, prompt: string, texts: Text[]): string {
  const best = preferred(character, prompt, texts);
  if (character === "judge-both") {
    return texts.map((text) => verdict(text.number, firstLine(text))).join("\n");
  }
  if (best === null) return JSON.stringify({ reason: "Both do.", quote: "", winner: "tie" });
  const quote = character === "judge-invents" ? "words that nobody ever wrote" : evidence(character, best);
  return verdict(best.number, quote);
}

function verdict(number: number, quote: string): string {
  return JSON.stringify({ reason: `Text ${number} does it better.`, quote, winner: String(number) });
}

function preferred(character: string, prompt: string, texts: Text[]): Text | null {
  const [first] = texts;
  switch (character) {
    case "judge-first":
    case "judge-invents":
      return first ?? null;
    case "judge-long":
      return shortest(texts.toReversed()) === first ? (texts[1] ?? null) : (first ?? null);
    case "judge-obeys":
      return texts.find(asksToBeChosen) ?? first ?? null;
    default: {
      const wanted = quotedWords(/^Criterion: (.*)$/m.exec(prompt)?.[1] ?? "");
      if (wanted === null) return shortest(texts);
      const having = texts.filter(({ text }) => text.toLowerCase().includes(wanted));
      return having.length === 1 ? (having[0] ?? null) : null;
    }
  }
}

/** The shorter of two; null when they are equally long. */
function shortest([one, other]: Text[]): Text | null {
  if (one === undefined || other === undefined || one.text.length === other.text.length) return null;
  return one.text.length < other.text.length ? one : other;
}

function answerItems(character: string, prompt: string, [text]: Text[]): string {
  const asked = [...prompt.matchAll(/^(\d+)\. (.*)$/gm)];
  const items = asked.map(([, number, question]) => {
    const wanted = quotedWords(question ?? "");
    const honest = wanted === null || (text?.text.toLowerCase().includes(wanted) ?? false);
    const yes = honest || YES_SAYERS.has(character);
    const quote =
      character === "judge-invents"
        ? "words that nobody ever wrote"
        : text === undefined
          ? ""
          : evidence(character, text);
    return { item: Number(number), reason: "As it says.", quote, answer: yes ? "yes" : "no" };
  });
  const json = JSON.stringify({ items }, null, 2);
  return character === "judge-yes" ? `Here you are:\n\n\`\`\`json\n${json}\n\`\`\`` : json;
}

function evidence(character: string, text: Text): string {
  const plea = character === "judge-obeys" ? text.text.split("\n").find(isPlea) : undefined;
  return plea ?? firstLine(text);
}

function firstLine({ text }: Text): string {
  return text.split("\n").find((line) => line.trim() !== "") ?? "";
}

function asksToBeChosen({ text }: Text): boolean {
  return isPlea(text);
}

function isPlea(text: string): boolean {
  return /choose me/i.test(text);
}

/** The words that a criterion puts in quotation marks, in small letters. */
function quotedWords(criterion: string): string | null {
  return /[“"]([^”"]+)[”"]/.exec(criterion)?.[1]?.toLowerCase() ?? null;
}

function textsOf(prompt: string): Text[] {
  return [...prompt.matchAll(FENCED)].map(([, number, , lines]) => ({
    number: Number(number),
    text: (lines ?? "").replace(/^\| /gm, ""),
  }));
}
