import { compareTexts } from "#components/playground/differences.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { compile } from "#lib/prompt/compile.ts";
import type { Prompt } from "#lib/prompt/schema.ts";

/** The after prompt with what it has more, and what of the before prompt it has no longer, word by word. */
export async function PromptChanges({ before, after }: { before: Prompt; after: Prompt }) {
  const [from, to] = [textOf(before), textOf(after)];
  const both = await compareTexts(from, to);
  if (both === null || from === to) return null;
  return (
    <Disclosure summary="What changed between the prompts" className="mt-3">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-4 pt-1.5 font-serif text-prompt md:grid-cols-2">
        {both.map((pieces, side) => (
          <p key={LOOKS[side]} className="written wrap-anywhere whitespace-pre-wrap">
            {pieces.map(({ start, text, own }) => {
              if (!own) return <span key={start}>{text}</span>;
              const Tag = side === 0 ? "del" : "ins";
              return (
                <Tag key={start} className={LOOKS[side]}>
                  {text}
                </Tag>
              );
            })}
          </p>
        ))}
      </div>
    </Disclosure>
  );
}

const LOOKS = [
  "rounded-[3px] bg-before-wash decoration-before decoration-2",
  "rounded-[3px] bg-after-wash decoration-after decoration-2 underline-offset-4",
];

function textOf(prompt: Prompt): string {
  return compile(prompt)
    .messages.map(({ content }) => content)
    .join("\n\n");
}
