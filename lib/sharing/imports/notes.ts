/** Counts what is left out by what it is, so that a hundred of a kind are one sentence. */
export interface Notes {
  /** One more of these; `example` says which, the first few are shown. */
  count(kind: { one: string; many: string }, example?: string): void;
  /** A sentence of its own, said once. */
  say(sentence: string): void;
  sentences(): string[];
}

const SHOWN_EXAMPLES = 4;
const EXAMPLE_CHARS = 60;

export function createNotes(): Notes {
  const kinds = new Map<string, { one: string; many: string; times: number; examples: Set<string> }>();
  const said = new Set<string>();
  return {
    count(kind, example) {
      const row = kinds.get(kind.many) ?? { ...kind, times: 0, examples: new Set() };
      row.times += 1;
      if (example !== undefined && example.trim() !== "") row.examples.add(clip(example));
      kinds.set(kind.many, row);
    },
    say: (sentence) => void said.add(sentence),
    sentences() {
      const counted = [...kinds.values()].map(({ one, many, times, examples }) => {
        const shown = [...examples].slice(0, SHOWN_EXAMPLES).join(", ");
        const rest = examples.size > SHOWN_EXAMPLES ? ", …" : "";
        return `${times} ${times === 1 ? one : many}${shown === "" ? "" : `: ${shown}${rest}`}`;
      });
      return [...counted, ...said];
    },
  };
}

/** "1 prompt", "2 prompts". */
export function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function clip(text: string): string {
  const flat = text.replaceAll(/\s+/g, " ").trim();
  return flat.length > EXAMPLE_CHARS ? `${flat.slice(0, EXAMPLE_CHARS - 1)}…` : flat;
}
