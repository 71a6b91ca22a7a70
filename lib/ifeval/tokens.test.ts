import { expect, test } from "vitest";
import { countPunktSentences, punktSentences } from "./punkt.ts";
import { countCapitalTokens } from "./treebank.ts";

/** As many as the tokenizers that the public evaluator uses find, each tried there. */
const SENTENCES: readonly (readonly [count: number, text: string])[] = [
  [4, "The lake is calm. Hope returns! Really? Yes."],
  [1, "Dr. Smith met Mr. T. at 5 p.m. in Washington."],
  [2, "He works for Acme Inc. The lake is calm."],
  [1, "He works for Acme Inc. President Lee left."],
  [2, "It was 5 p.m. Meetings began."],
  [2, "J. K. Rowling wrote it. John F. Kennedy spoke."],
  [2, "From A to Z. The end."],
  [3, "Wait... what? Well... The end."],
  [4, "1. One\n2. Two\n3. Three."],
  [4, "Use e.g. this. And etc. And so on."],
  [2, 'He said "Go." She went.'],
  [2, "(It is calm.) Hope."],
  [1, "First line\nsecond line\nthird line."],
  [2, "Version 3.14 is out. 2.72 is not."],
  [2, "No. 5 is alive."],
  [2, "U.S. forces left. The U.S. is big."],
  [3, "Really?! Yes!! No..."],
  [2, "Вода тиха. Озеро спит."],
  [1, "湖は静か。希望。"],
  [1, "?"],
  [0, " "],
  [1, "Hello.World"],
  [2, "End of it.[1] Next one."],
  [2, "**Bold.** Next one."],
  [2, '"Go!" he said.'],
  [1, "He lives on 5th Ave. She does not."],
  [2, "We met in Jan. It was cold."],
  [3, "See Fig. 2. Then go."],
  [1, "Ph.D. Students met."],
];

test.each(SENTENCES)("%i sentences: %s", (count, text) => {
  expect(countPunktSentences(text)).toBe(count);
});

test("a closing sign belongs to the sentence before it, white space to none", () => {
  expect(punktSentences('He said "Go." \n She went. ')).toEqual(['He said "Go."', "She went."]);
});

const CAPITALS: readonly (readonly [count: number, text: string])[] = [
  [2, "NASA and the ESA met."],
  [3, "DON'T GO"],
  [3, "CANNOT GO"],
  [6, "I'M HERE. WE'VE WON."],
  [5, "THE U.S. IS BIG. U.S.A."],
  [4, "R&D AT&T"],
  [3, "A WELL-BEING PLAN"],
  [3, "\"QUOTED\" 'SINGLE' (PAREN)"],
  [4, "GIMME GONNA"],
  [2, "WHAT?!NO"],
  [2, "3D 4K 5"],
  [3, "A.B. C/D E_F"],
  [2, "ΝΕΡΟ ФАКТ"],
  [6, "'TIS MORE'N D'YE"],
  [2, "$100 USD,EUR 1,000"],
  [1, "Ok I am"],
  [2, "STOP...GO"],
  [2, "“HI” «HO»"],
  [2, "GO--NOW"],
  [2, "DON'T\nX"],
  [2, "X.\n\nY."],
];

test.each(CAPITALS)("%i tokens in capitals: %s", (count, text) => {
  expect(countCapitalTokens(text)).toBe(count);
});
