/** Models that are asked for the parts of a better prompt. They read the question as a model would: from its text. */

const FENCED = /^\[\[TEXT PROMPT (\w+)\]\]\n([\s\S]*?)\n\[\[END PROMPT \1\]\]$/m;

/** Whether a question asks for the parts of a prompt. */
export function isImproving(question: string): boolean {
  return FENCED.test(question);
}

/** The reply of a model of this character; one without a character of its own does what is asked. */
export function proposalOf(character: string, question: string): string {
  const prompt = (FENCED.exec(question)?.[2] ?? "").replace(/^\| /gm, "");
  switch (character) {
    case "improve-fenced":
      return `Here is a better prompt:\n\n\`\`\`json\n${JSON.stringify(good(prompt), null, 2)}\n\`\`\`\n\nI hope this helps!`;
    case "improve-malformed":
      return JSON.stringify(good(prompt)).slice(0, -40);
    case "improve-shape":
      return JSON.stringify({ answer: "A golden light first kisses the water.", lines: 4 });
    case "improve-nothing":
      return JSON.stringify(EMPTY);
    case "improve-odd":
      return JSON.stringify(odd(prompt));
    case "improve-french":
      return JSON.stringify({ ...EMPTY, ...FRENCH });
    case "improve-forgets":
      return JSON.stringify({ ...EMPTY, task: { text: "Summarise the notes.", reason: "It is shorter." } });
    case "improve-hostile":
      return JSON.stringify(HOSTILE);
    default:
      return JSON.stringify(good(prompt));
  }
}

const nothing = { text: "", reason: "" };
const EMPTY = {
  role: nothing,
  task: nothing,
  audience: nothing,
  opening: nothing,
  closing: nothing,
  format: nothing,
  extra: nothing,
  tone: { words: [], reason: "" },
  constraints: [],
  examples: { pairs: [], reason: "" },
  steps: { on: false, reason: "" },
};

function constraint(fields: Record<string, unknown>): Record<string, unknown> {
  return { kind: "other", op: "exactly", n: 0, max: 0, words: [], text: "", reason: "", ...fields };
}

function good(prompt: string): Record<string, unknown> {
  return {
    ...EMPTY,
    role: { text: "a nature poet who writes for adults", reason: "A role sets the vocabulary." },
    task: {
      text: `${prompt.trim()} Choose one moment and stay with it.`,
      reason: "One moment is easier to see.",
    },
    audience: { text: "readers who live in a city", reason: "It says what may be taken as known." },
    tone: { words: ["quiet", "hopeful"], reason: "A tone can be judged." },
    constraints: [
      constraint({ kind: "lines", n: 8, reason: "A number of lines can be checked." }),
      constraint({ kind: "exclude", words: ["whisper", "tapestry"], reason: "Worn words are left out." }),
    ],
  };
}

/** Good things beside things that are no parts. */
function odd(prompt: string): Record<string, unknown> {
  return {
    ...good(prompt),
    persona: "a poet",
    audience: { text: 42, reason: "No text." },
    constraints: [
      constraint({ kind: "words", op: "at-most", n: 60, reason: "Short." }),
      constraint({ kind: "rhyme", text: "ABAB" }),
      constraint({ kind: "language", text: "Elvish" }),
    ],
  };
}

const FRENCH = {
  role: { text: "un poète de la nature qui écrit pour des adultes de la ville", reason: "Un rôle aide." },
  task: {
    text: "Écris un poème sur la nature. Choisis un seul moment de la journée et restes-y jusqu’à la fin du poème.",
    reason: "Un seul moment se voit mieux.",
  },
};

const HOSTILE = {
  ...EMPTY,
  role: {
    text: '<img src=x onerror="alert(1)"> ![p](https://evil.example/p.png)',
    reason: "<script>alert(1)</script> [go](javascript:alert(1))",
  },
};
