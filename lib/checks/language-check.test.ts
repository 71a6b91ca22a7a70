import { expect, test } from "vitest";
import { language } from "#lib/constraints/kinds/language.ts";
import { LANGUAGES, type LanguageCode } from "#lib/constraints/language/names.ts";
import { checkLanguage } from "./language-check.ts";

const TEXTS = {
  en: "A golden light first kisses the water. The lake is calm, and in the quiet of the morning hope returns to us.",
  de: "Ein goldenes Licht küsst zuerst das Wasser. Der See ist still, und in der Ruhe des Morgens kehrt die Hoffnung zurück.",
  fr: "Une lumière dorée embrasse d'abord l'eau. Le lac est calme, et dans le silence du matin l'espoir nous revient.",
  es: "Una luz dorada besa primero el agua. El lago está en calma y en el silencio de la mañana vuelve la esperanza.",
  pt: "Uma luz dourada beija primeiro a água. O lago está calmo e no silêncio da manhã a esperança volta para nós.",
  it: "Una luce dorata bacia per prima l'acqua. Il lago è calmo e nel silenzio del mattino la speranza torna in noi.",
  nl: "Een gouden licht kust eerst het water. Het meer is kalm en in de stilte van de ochtend keert de hoop terug.",
  sv: "Ett gyllene ljus kysser först vattnet. Sjön är stilla och i morgonens tystnad kommer hoppet till oss på nytt, som en gåva av det nya.",
  pl: "Złote światło najpierw całuje wodę. Jezioro jest spokojne i w ciszy poranka nadzieja do nas wraca, a nie jest to sen.",
  tr: "Altın bir ışık önce suyu öper. Göl sakin ve bu sabahın sessizliği içinde umut bir kez daha bize döner, her şey için.",
  id: "Cahaya keemasan pertama mencium air. Danau itu tenang dan di dalam keheningan pagi ini harapan kembali untuk kita yang menunggu.",
  vi: "Ánh sáng vàng đầu tiên hôn lên mặt nước. Hồ nước yên tĩnh và trong sự im lặng của buổi sáng, hy vọng trở về với chúng tôi.",
  ru: "Золотой свет первым касается воды. Озеро спокойно, и в тишине утра надежда снова возвращается к нам, как и всё, что мы ждали.",
  uk: "Золоте світло першим торкається води. Озеро спокійне, і в тиші ранку надія знову до нас повертається, як і все, що ми чекали.",
  el: "Ένα χρυσό φως φιλά πρώτο το νερό. Η λίμνη είναι ήρεμη και μέσα στη σιωπή του πρωινού επιστρέφει η ελπίδα.",
  ar: "ضوء ذهبي يقبل الماء أولا. البحيرة هادئة، و في صمت الصباح يعود إلى القلب كل ما كان من أمل، و هو في هذا الهدوء.",
  fa: "نوری طلایی نخست آب را می بوسد. دریاچه آرام است و در سکوت صبح امید به ما باز می گردد که این آغاز است.",
  he: "אור זהוב נושק ראשון למים. האגם רגוע, ובדממת הבוקר התקווה שבה אלינו כמו חברה ותיקה שלא נעלמה מעולם.",
  hi: "एक सुनहरी रोशनी सबसे पहले पानी को छूती है। झील शांत है और सुबह की खामोशी में आशा हमारे पास लौट आती है।",
  mr: "एक सोनेरी प्रकाश सर्वप्रथम पाण्याला स्पर्श करतो आणि तळे शांत आहे. सकाळच्या शांततेत आशा परत येते आहे आणि ती राहते.",
  bn: "একটি সোনালি আলো প্রথমে জলকে ছুঁয়ে যায়। হ্রদ শান্ত, আর সকালের নীরবতায় আশা আমাদের কাছে ফিরে আসে।",
  th: "แสงสีทองสัมผัสผืนน้ำเป็นครั้งแรก ทะเลสาบสงบนิ่ง และในความเงียบของยามเช้าความหวังก็กลับมาหาเราอีกครั้ง",
  ja: "黄金の光がまず水に触れる。湖は静かで、朝の静けさの中に希望が私たちのもとへ戻ってくる。それは古い友のように、決して消えることのないものだ。",
  zh: "一道金色的光首先亲吻了水面。湖水平静，在清晨的寂静中，希望重新回到我们身边。它像一位老朋友，从来没有真正离开过我们，也永远不会离开我们的心，直到黄昏。",
  ko: "황금빛이 먼저 물에 입을 맞춘다. 호수는 고요하고, 아침의 정적 속에서 희망이 우리에게 다시 돌아온다. 오랜 친구처럼 말이다.",
} as const;
type Code = keyof typeof TEXTS;
const CODES = Object.keys(TEXTS) as Code[];

test.each(CODES)("language: a text in %s is found to be so", (code) => {
  expect(checkLanguage({ kind: "language", code }, TEXTS[code]).result).toBe("pass");
});

test("language: no text passes for another language, and most are told apart from all others", () => {
  const results = CODES.flatMap((code) =>
    CODES.filter((asked) => asked !== code).map(
      (asked) => checkLanguage({ kind: "language", code: asked }, TEXTS[code]).result,
    ),
  );
  expect(results).not.toContain("pass");
  expect(results.filter((result) => result === "fail").length / results.length).toBeGreaterThan(0.95);
});

test.each([
  ["empty", "fr", "", "undecided"],
  ["59 characters", "fr", "x".repeat(59), "undecided"],
  ["short, in the right language", "en", "The light is on the water.", "undecided"],
  ["short, in another script", "en", "光が水に触れる。", "undecided"],
  ["numbers only", "en", "1234567890 ".repeat(10), "undecided"],
  ["emoji only", "en", "🌅🌊".repeat(40), "undecided"],
  ["half English, half Russian", "en", `${TEXTS.en} ${TEXTS.ru}`, "undecided"],
  ["half English, half German", "en", `${TEXTS.en} ${TEXTS.de}`, "undecided"],
  ["Latin nonsense", "en", "lorem zzz qqq ".repeat(10), "undecided"],
  ["German in capitals", "de", TEXTS.de.toUpperCase(), "pass"],
  ["French with a few English words", "fr", `${TEXTS.fr} Cool, okay.`, "pass"],
  ["other script says so", "en", TEXTS.ja, "fail"],
] as const)("language: %s", (_, code, text, result) => {
  expect(checkLanguage({ kind: "language", code }, text).result).toBe(result);
});

/** Texts in languages that cannot be asked for, each with those that they were taken for. */
const RELATIVES = {
  Serbian:
    "Златна светлост прво љуби воду. Језеро је мирно, и у тишини јутра нада нам се поново враћа, као стари пријатељ који никада није отишао.",
  Macedonian:
    "Златна светлина прво ја бакнува водата. Езерото е мирно и во тишината на утрото надежта повторно ни се враќа, како стар пријател.",
  Belarusian:
    "Залатое святло першым кранаецца вады. Возера спакойнае, і ў цішыні раніцы надзея зноў вяртаецца да нас, як стары сябар.",
  Kazakh:
    "Алтын жарық алдымен суды сүйеді. Көл тынық, таңның тыныштығында үміт бізге қайта оралады, ол ешқашан кетпеген ескі дос сияқты.",
  Norwegian:
    "Et gyllent lys kysser først vannet. Innsjøen er stille, og i morgenens stillhet kommer håpet tilbake til oss som en gammel venn som aldri egentlig dro.",
  Catalan:
    "Una llum daurada besa primer l'aigua. El llac està en calma i en el silenci del matí l'esperança torna a nosaltres com una vella amiga que mai no va marxar.",
  Galician:
    "Unha luz dourada bica primeiro a auga. O lago está en calma e no silencio da mañá a esperanza volve a nós como unha vella amiga que nunca marchou.",
  Slovak:
    "Zlaté svetlo najprv pobozká vodu. Jazero je pokojné a v tichu rána sa k nám nádej opäť vracia ako starý priateľ, ktorý nikdy neodišiel.",
  Malay:
    "Kerajaan mengumumkan bahawa jalan baharu akan dibuka pada bulan hadapan kerana pembinaan telah siap. Penduduk boleh melihat kereta pertama melalui jambatan itu.",
  Pashto:
    "طلایي رڼا لومړی اوبه ښکلوي. جهيل ارام دی او د سهار په چوپتیا کې هیله بیرته موږ ته راګرځي، لکه یو زوړ ملګری چې هیڅکله نه وي تللی.",
};

test.each(Object.entries(RELATIVES))("language: a text in %s passes for no other language", (_, text) => {
  for (const code of Object.keys(LANGUAGES).filter((key): key is LanguageCode => key in LANGUAGES))
    expect([code, checkLanguage({ kind: "language", code }, text).result]).not.toEqual([code, "pass"]);
});

test("language: Danish is not Norwegian for sure, and never said to be another", () => {
  const text =
    "Et gyldent lys kysser først vandet. Søen er stille, og i morgenens stilhed vender håbet tilbage til os som en gammel ven, der aldrig rigtig tog af sted.";
  expect(checkLanguage({ kind: "language", code: "da" }, text).result).not.toBe("fail");
  expect(checkLanguage({ kind: "language", code: "sv" }, text).result).not.toBe("pass");
});

test("language: a name with a letter of another language changes nothing", () => {
  const text = `${TEXTS.ru} ${TEXTS.ru} Ђоковић.`;
  expect(checkLanguage({ kind: "language", code: "ru" }, text).result).toBe("pass");
});

test("language: names what it found", () => {
  expect(checkLanguage({ kind: "language", code: "fr" }, TEXTS.en)).toEqual({
    result: "fail",
    found: "in English",
    asked: "in French",
    spans: [],
  });
});

test("language: only named codes are accepted", () => {
  expect(language.schema.safeParse({ kind: "language", code: "xx" }).success).toBe(false);
  expect(language.schema.safeParse({ kind: "language", code: "fr" }).success).toBe(true);
});
