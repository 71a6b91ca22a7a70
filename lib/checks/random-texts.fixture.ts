import fc from "fast-check";

/** Pieces that have broken text handling somewhere: halves of pairs, marks, NUL, line ends, directions, Markdown, quotes. */
const PIECES = [
  ..."a b The lake hope Z 1 42 é e\u0301 \u0301 \u0323 \u0000 \ud800 \udc00 😀 👨‍👩‍👧 🇧🇩 4️⃣ İ ß ς ﬁ ® שלום مرحبا نُور \u202e \u200f \u200d 光 湖、 が。 한 \u1112 \u1161 \u0958 ไทย นี้ हिन्दी आशा। আলো λόγος; Ωmega".split(
    " ",
  ),
  ...'* ** *** _ __ # ## - + • > | |- --- === *** ****** ` ``` ~~~ [ ] [x] [a](b) ![ ]( << >> { } [1] {"a":1} : , ، ; " \' “ ” ‘ ’ „ « » 「 」 . ! ? … P.S. Section 1. 1) (a+)+ \\d $'.split(
    " ",
  ),
  " ",
  "  ",
  "\t",
  "\n",
  "\n\n",
  "\r\n",
  "\r\n\r\n",
  "\r",
  "\u2028",
  "the light of the lake and the hope that it is to be with you. ",
  "\u00a0",
  "\u3000",
];

const piece = fc.constantFrom(...PIECES);

/** As long as the longest answers; rare, because each costs as much as a hundred others. */
const hugeText = fc
  .tuple(fc.array(piece, { minLength: 5, maxLength: 40 }), fc.integer({ min: 20_001, max: 100_000 }))
  .map(([pieces, chars]) => {
    const unit = `${pieces.join("")} `;
    return unit.repeat(Math.ceil(chars / unit.length)).slice(0, chars);
  });

/** Any text a model or a person could send, and many that neither would. */
export const randomText: fc.Arbitrary<string> = fc.oneof(
  { weight: 160, arbitrary: fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")) },
  { weight: 80, arbitrary: fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(" ")) },
  { weight: 60, arbitrary: fc.string({ unit: "binary", maxLength: 120 }) },
  {
    weight: 60,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
      .map((units) => String.fromCharCode(...units)),
  },
  { weight: 40, arbitrary: fc.json({ maxDepth: 3 }) },
  {
    weight: 20,
    arbitrary: fc
      .tuple(piece, fc.integer({ min: 200, max: 1_500 }), piece)
      .map(([unit, times, end]) => unit.repeat(times) + end),
  },
  { weight: 2, arbitrary: hugeText },
);
