/** Texts of one size and many forms, each a little different from the last, so that no memory of a text helps. */

const PROSE =
  "A golden light first kisses the water, and the lake is calm. In the quiet of the morning hope “returns” to us; nobody had called it. The old boat — half sunk since March 1998 — drifts towards the reeds, where two herons stand as if they'd waited for exactly this. “Really?” she asked. He nodded, and they went on. ";
const JAPANESE =
  "黄金の光がまず水に触れる。湖は静かで、朝の静けさの中に希望が私たちのもとへ戻ってくる。それは古い友のように、決して消えることのないものだ。";
const CHINESE =
  "一道金色的光首先亲吻了水面。湖水平静，在清晨的寂静中，希望重新回到我们身边。它像一位老朋友，从来没有真正离开过我们。";
const ARABIC =
  "ضوء ذهبي يقبل الماء أولا. البحيرة هادئة، وفي صمت الصباح يعود إلى القلب كل ما كان من أمل، وهو في هذا الهدوء. ";
const HINDI = "एक सुनहरी रोशनी सबसे पहले पानी को छूती है। झील शांत है और सुबह की खामोशी में आशा हमारे पास लौट आती है। ";
const THAI = "แสงสีทองสัมผัสผืนน้ำเป็นครั้งแรก ทะเลสาบสงบนิ่ง และในความเงียบของยามเช้าความหวังก็กลับมาหาเราอีกครั้ง ";
const MARKDOWN = `## Morning at the *lake*

A **golden light** first kisses the \`water\`, and [the lake](https://example.org/lake) is _calm_.

- One item, with **bold**
- Another item: “quoted”
  1. Nested, see [note]

| Hour | Birds |
|------|-------|
| 6    | 12    |

> Nobody had called it.

\`\`\`js
const hope = { returns: true, times: [1, 2, 3] };
\`\`\`

***

`;

/** The unit again and again with a running number in between, cut at the length. */
function filled(unit: string, joint: string, round: number, chars: number): string {
  const pieces: string[] = [];
  for (let length = 0, index = 0; length < chars; index += 1) {
    const piece = `${unit}${round}${index}${joint}`;
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join("").slice(0, chars);
}

function json(round: number, chars: number): string {
  const item = (index: number) =>
    `{"id": ${index}, "name": "lake ${round}-${index}", "tags": ["calm", "light, golden"], "open": true, "price": 12.5}`;
  const items: string[] = [];
  for (let length = 0; length < chars - 200; length += (items.at(-1)?.length ?? 0) + 4)
    items.push(item(items.length));
  return `{"name": "lakes", "items": [\n  ${items.join(",\n  ")}\n]}`;
}

/** Every form of text that the checks are timed on. */
export const TEXTS: Readonly<Record<string, (round: number, chars: number) => string>> = {
  prose: (round, chars) => filled(PROSE, ".\n\n", round, chars),
  verse: (round, chars) => filled("A golden light first kisses the water,", ".\n", round, chars),
  "one line": (round, chars) => filled(PROSE, " ", round, chars),
  accents: (round, chars) => filled("Größe déjà ŵ ‹x› → ½ năm 𝒙 ", " ", round, chars),
  Japanese: (round, chars) => filled(JAPANESE, "\n", round, chars),
  "Chinese, one line": (round, chars) => filled(CHINESE, "", round, chars),
  Arabic: (round, chars) => filled(ARABIC, "\n", round, chars),
  Hindi: (round, chars) => filled(HINDI, "\n", round, chars),
  Thai: (round, chars) => filled(THAI, " ", round, chars),
  emoji: (round, chars) => filled("🌅👨‍👩‍👧 hope 👍🏽 ", " ", round, chars),
  Markdown: (round, chars) => filled(MARKDOWN, "\n", round, chars),
  JSON: json,
  "Windows lines": (round, chars) => filled("A line, “of” text to read ", "\r\n", round, chars),
};
