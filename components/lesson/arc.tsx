import Link from "next/link";
import type { ReactNode } from "react";
import type { Example } from "#lib/library/example.ts";
import { LessonExample } from "./lesson-example.tsx";

/** From wording to its limits to documents to practice, with a pair at each step. `examples` by step. */
export function Arc({
  examples,
}: {
  examples: Readonly<Record<"poem" | "unknown" | "grounding" | "tuning" | "both", Example>>;
}) {
  return (
    <>
      <div className="mx-auto max-w-[68ch]">
        <h1 className="font-serif text-title">Where prompting ends, and what comes after</h1>
        <p className="mt-3 font-serif text-prompt">
          Better wording is the cheapest improvement there is: it takes a minute and works with the next call.
          It is also the first thing that stops helping. Then a model needs something to read, or some
          practice, or both. This page walks the whole way, with pairs that you can run.
        </p>
      </div>
      <Step number={1} title="Word it" example={examples.poem}>
        <p>
          A topic is a lottery ticket. A prompt that names the reader, the length, the form and the ending is
          a specification: each of its promises can be held against the answer. That is why this app reads
          checks out of your wording.
        </p>
        <Ignored>
          Teams that skip this step collect data and tune a model to do what one sentence would have asked
          for.
        </Ignored>
      </Step>
      <Step number={2} title="Know where wording ends" example={examples.unknown}>
        <p>No wording gives a model what it does not have. These limits stay, however good the prompt is:</p>
        <ul className="mt-2 list-disc pl-5">
          <li>private facts, and facts newer than its training</li>
          <li>exact counts and long sums, because it writes in tokens and does not count them</li>
          <li>a format that must never break: a prompt asks, only a schema at the provider enforces</li>
          <li>secrets: a prompt is no lock, and what stands in it can be talked out of it</li>
          <li>the same answer twice: a model varies from run to run</li>
          <li>two rules that exclude each other, and rules lost in the middle of a very long prompt</li>
          <li>tomorrow’s model: test your prompts again when it changes</li>
        </ul>
        <Ignored>
          A model that must answer invents. The invention reads as well as the truth, and nobody notices until
          a customer does.
        </Ignored>
      </Step>
      <Step number={3} title="Give it something to read" example={examples.grounding}>
        <p>
          Grounding puts the passages that matter into the prompt, with the order to answer from them alone
          and to quote what decides. Facts change in the documents and nothing has to be trained again. The
          rest of the craft is finding the right passages, and saying what to do when there are none.
        </p>
        <Ignored>
          Without the passage a model states a usual return policy with great confidence: thirty days, in the
          original box. Yours is different.
        </Ignored>
      </Step>
      <Step number={4} title="Let it practise" example={examples.tuning}>
        <p>
          Fine-tuning shows a model hundreds of good answers until their manner becomes its own: a voice, a
          format, a routine that would take a page of instructions. It teaches behaviour. It is a poor place
          for facts: what is trained in cannot be looked up, cited or corrected by an edit.
        </p>
        <Ignored>
          A long prompt for a fixed routine is paid with every call. With enough calls a month, practice can
          be cheaper; with few, it does not pay by its price alone.
        </Ignored>
      </Step>
      <Step number={5} title="Do both where both are needed" example={examples.both}>
        <p>
          The manner by tuning, the facts by documents: a tuned model that answers from the passage in front
          of it. That is the most work, and for a support desk with its own voice and changing rules it is the
          right amount. In the answers below the rule has changed from 45 to 60 days since the tuning.
        </p>
        <Ignored>
          A tuned model without documents knows last spring’s prices by heart, and says them in exactly your
          voice.
        </Ignored>
      </Step>
      <section aria-labelledby="which" className="mx-auto mt-12 max-w-3xl">
        <h2 id="which" className="font-serif text-verdict">
          Which one does my case need?
        </h2>
        <div className="mt-3">
          <table className="w-full border-collapse text-left">
            <thead>
              <tr className="text-sm text-soft">
                <th scope="col" className="py-1.5 pr-4 font-medium">
                  What you see
                </th>
                <th scope="col" className="py-1.5 pr-4 font-medium">
                  What helps
                </th>
                <th scope="col" className="py-1.5 font-medium">
                  How you know
                </th>
              </tr>
            </thead>
            <tbody>
              {SYMPTOMS.map(({ see, helps, know }) => (
                <tr key={see} className="border-t border-line align-top">
                  <th scope="row" className="py-2 pr-4 font-normal">
                    {see}
                  </th>
                  <td className="py-2 pr-4 font-semibold">{helps}</td>
                  <td className="py-2 text-soft">{know}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="mt-4 text-soft">
          In this order, and measured at each step: what a change bought is a question for{" "}
          <Link href="/lessons" prefetch={false} className="underline underline-offset-3 hover:text-ink">
            a comparison
          </Link>
          , not for a feeling.
        </p>
      </section>
    </>
  );
}

const SYMPTOMS = [
  {
    see: "Right, but in the wrong form, length or tone",
    helps: "Wording",
    know: "The contract: its promises are kept more often",
  },
  {
    see: "Wrong or invented facts about your own things",
    helps: "Documents",
    know: "The answer quotes the passage; without it, it says so",
  },
  {
    see: "Right with two pages of rules, thousands of times a day",
    helps: "Tuning",
    know: "The same checks pass with a short prompt, at a lower price a call",
  },
  {
    see: "Your manner and your changing facts, both at once",
    helps: "Tuning and documents",
    know: "Checks of manner and checks of facts pass on the same answers",
  },
  {
    see: "Sums, counts, locks, guarantees",
    helps: "A program around the model",
    know: "Its own tests pass, every time",
  },
];

interface StepProps {
  number: number;
  title: string;
  /** The pair that stands below; the step goes without where there is none. */
  example: Example | undefined;
  children: ReactNode;
}

function Step({ number, title, example, children }: StepProps) {
  const id = `step-${number}`;
  return (
    <section aria-labelledby={id} className="mx-auto mt-12 max-w-4xl">
      <h2 id={id} className="font-serif text-verdict">
        <span className="text-soft">{number}.</span> {title}
      </h2>
      <div className="mt-2 max-w-[68ch] font-serif text-prompt">{children}</div>
      {example !== undefined && <LessonExample example={example} />}
    </section>
  );
}

function Ignored({ children }: { children: ReactNode }) {
  return (
    <p className="mt-3 border-l-2 border-line pl-3.5 font-sans text-base text-soft">
      <span className="font-semibold text-ink">When it is skipped:</span> {children}
    </p>
  );
}
