import { expect, test } from "vitest";
import { sentences } from "./sentences.ts";

test.each([
  ["two", "The lake is calm. Light comes.", 2],
  ["empty", "", 0],
  ["only punctuation", "... !!!", 0],
  ["no full stop", "The lake is calm", 1],
  ["marks", "Really? Yes! Fine.", 3],
  ["titles do not end a sentence", "Mr. Smith met Dr. Jones. They talked.", 2],
  ["initials do not end a sentence", "J. K. Rowling wrote it.", 1],
  ["three initials", "J. R. R. Tolkien wrote it.", 1],
  ["an initial within a name", "Michael J. Fox came. He sat down.", 2],
  ["an answer is no abbreviation", "Is it raining? No. Take a coat.", 3],
  ["a number's abbreviation", "See No. 5 first. Then No. 6.", 2],
  ["a letter that is a name", "We need Plan B. Then we left.", 2],
  ["a letter that is a name, before a name", "We need Plan B. Anna left.", 2],
  ["a letter at the end", "Eat Vitamin C. It helps.", 2],
  ["an hour and its day", "At 5 p.m. Tuesday we met.", 1],
  ["an hour and its zone", "It began at 9 a.m. GMT.", 1],
  ["an hour at the end", "We met at 5 p.m. Then we left.", 2],
  ["a German date", "Der Termin ist am 3. Mai im Rathaus. Bis dann.", 2],
  ["a German ordinal", "Im 19. Jahrhundert war es kalt. Danach nicht.", 2],
  ["an English number at the end", "We sold 30. December was better.", 2],
  ["an abbreviation in two halves", "Das sind z. B. Äpfel.", 1],
  ["the same without the space", "Das sind z.B. Äpfel.", 1],
  ["a German abbreviation before a noun", "Es gibt Äpfel bzw. Birnen.", 1],
  ["Spanish states and titles", "El Sr. López vive en EE. UU. desde 1990.", 1],
  ["French titles", "Mme. Petit et M. Roche dînent. Ils rient.", 2],
  ["a size is no title", "I wear size M. It fits.", 2],
  ["a Japanese quotation inside a sentence", "「行くよ。」と彼は言った。", 1],
  ["a Japanese quotation, then a sentence", "「行くよ。」とても寒い。", 2],
  ["e.g. and i.e.", "Use a sign, e.g. A or B. Then stop, i.e. X.", 2],
  ["decimals", "It costs 3.50 euros. Cheap.", 2],
  ["a question inside a quotation", "“Really?” she said. He nodded.", 2],
  ["a line break inside a sentence", "The light\nkisses the water.", 1],
  ["stanzas without full stops", "A golden light\non the lake\n\na quiet hope\nawakes", 2],
  ["list items", "- Buy milk\n- Walk the dog", 2],
  ["numbered items: the number is no sentence", "1. Buy milk.\n2. Walk the dog.", 2],
  ["a heading stands by itself", "# Morning\nThe lake is calm. Light comes.", 3],
  ["Windows line ends", "One.\r\n\r\nTwo.", 2],
  ["Japanese", "今日は晴れ。明日は雨？はい！", 3],
  ["Chinese", "今天很好。你呢？", 2],
  ["Hindi", "झील शांत है। सूरज उगता है।", 2],
  ["Arabic", "هل أنت بخير؟ نعم.", 2],
  ["Spanish", "¿Qué tal? ¡Muy bien!", 2],
  ["a fence's own lines are no sentence", "```\nIt works.\n```", 1],
])("sentences: %s", (_, text, n) => {
  const finding = sentences.check(
    { kind: "sentences", op: "exactly", n },
    text.replaceAll("\r\n", "\n"),
    "strict",
  );
  expect(finding).toMatchObject({ result: "pass", found: `${n} ${n === 1 ? "sentence" : "sentences"}` });
});

test("sentences: Thai marks none, so nothing is decided", () => {
  expect(sentences.check({ kind: "sentences", op: "exactly", n: 1 }, "ทะเลสาบสงบ", "strict").result).toBe(
    "undecided",
  );
});

test("sentences: the evidence is each sentence without the space around it", () => {
  const { spans } = sentences.check({ kind: "sentences", op: "exactly", n: 1 }, "  One.  Two! ", "strict");
  expect(spans).toEqual([
    { start: 2, end: 6 },
    { start: 8, end: 12 },
  ]);
});
