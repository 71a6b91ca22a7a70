import type { InstructionCase } from "./case.fixture.ts";
import type { InstructionId } from "./instruction.ts";

const ENGLISH = "the lake is calm in the morning and the light of the sun comes over the hills";
const GERMAN = "Der See ist ruhig am Morgen, und das Licht der Sonne kommt über die Hügel zu uns herab.";
const HINDI = "झील शांत है और सुबह की खामोशी में आशा हमारे पास लौट आती है।";

/** Instructions about words, letters, language and what is said. */
export const CONTENT_CASES = {
  "change_case:capital_word_frequency": [
    [{ capital_relation: "at least", capital_frequency: 2 }, "NASA and the ESA met.", "strict"],
    [{ capital_relation: "at least", capital_frequency: 2 }, "NASA met.", "no"],
    [{ capital_relation: "less than", capital_frequency: 2 }, "NASA met.", "strict"],
    [{ capital_relation: "less than", capital_frequency: 2 }, "NASA AND ESA\nmet at noon.", "loose"],
    [{ capital_relation: "at least", capital_frequency: 3 }, "A WELL-BEING plan, I think.", "strict"],
    [{ capital_relation: "at least", capital_frequency: 2 }, "ΝΕΡΟ και ΦΩΣ", "strict"],
    [{ capital_relation: "at least", capital_frequency: 2 }, "DON'T go there", "strict"],
    [{ capital_relation: "at least", capital_frequency: 2 }, "R&D is here.", "no", "strict"],
    [{ capital_relation: "less than", capital_frequency: 2 }, "We met B'Tselem.", "strict"],
  ],
  "change_case:english_capital": [
    [{}, `${ENGLISH.toUpperCase()}.`, "strict"],
    [{}, ENGLISH, "no"],
    [{}, `Here it is:\n${ENGLISH.toUpperCase()}`, "loose"],
    [{}, GERMAN.toUpperCase(), "no"],
    [{}, "Ⅷ", "no", "strict"],
    [{}, HINDI, "no"],
  ],
  "change_case:english_lowercase": [
    [{}, `${ENGLISH}.`, "strict"],
    [{}, `The ${ENGLISH}`, "no"],
    [{}, `Sure:\n\n${ENGLISH}`, "loose"],
    [{}, GERMAN.toLowerCase(), "no"],
    [{}, "ⅷ", "no", "strict"],
    [{}, HINDI, "no"],
  ],
  "combination:repeat_prompt": [
    [{ prompt_to_repeat: "Write a poem." }, "Write a poem.\n\nThe lake is calm.", "strict"],
    [{ prompt_to_repeat: "Write a poem." }, "  write a POEM. The lake", "strict"],
    [{ prompt_to_repeat: "Write a poem." }, "Sure!\nWrite a poem.\nThe lake", "loose"],
    [{ prompt_to_repeat: "Write a poem." }, "The lake. Write a poem.", "no"],
    [{ prompt_to_repeat: "Écris, s'il te plaît." }, "Écris, s'il te plaît. Voilà.", "strict"],
    [{ prompt_to_repeat: "Écris." }, "E\u0301cris. Voilà.", "strict", "no"],
  ],
  "detectable_content:number_placeholders": [
    [{ num_placeholders: 2 }, "Dear [name], come to [address].", "strict"],
    [{ num_placeholders: 3 }, "Dear [name], come to [address].", "no"],
    [{ num_placeholders: 1 }, "प्रिय [नाम]", "strict"],
    [{ num_placeholders: 2 }, "Dear [first\nname], come.", "no"],
    [{ num_placeholders: 2 }, "[the lake](https://example.org) and [name]", "no", "strict"],
    [{ num_placeholders: 2 }, "- [x] done\n- [ ] open", "no", "strict"],
  ],
  "detectable_content:postscript": [
    [{ postscript_marker: "P.S." }, "Come soon.\n\nP.S. Bring bread.", "strict"],
    [{ postscript_marker: "P.S." }, "Come soon.\n\n**p.s.** Bring bread.", "strict"],
    [{ postscript_marker: "P.P.S" }, "Come.\nP.S. Bread.\nP.P.S. Milk.", "strict"],
    [{ postscript_marker: "P.P.S" }, "Come.\nP.S. Bread.", "no"],
    [{ postscript_marker: "P.S." }, "Come soon. PS: bread", "no"],
    [{ postscript_marker: "P.S." }, "Come.\nP. P. S. Milk.", "no", "strict"],
    [{ postscript_marker: "नोट:" }, "आइए।\nनोट: रोटी", "strict"],
  ],
  "keywords:existence": [
    [{ keywords: ["lake", "hope"] }, "Hope at the LAKE.", "strict"],
    [{ keywords: ["lake", "hope"] }, "Hopeful lakes", "strict"],
    [{ keywords: ["lake", "hope"] }, "The lake is calm.", "no"],
    [{ keywords: ["lake"] }, "The la*k*e", "loose"],
    [{ keywords: ["λίμνη"] }, "Η ΛΊΜΝΗ είναι ήρεμη", "strict"],
    [{ keywords: ["a.b"] }, "axb", "no", "strict"],
  ],
  "keywords:forbidden_words": [
    [{ forbidden_words: ["lake", "hope"] }, "The hills are calm.", "strict"],
    [{ forbidden_words: ["lake", "hope"] }, "The Lake.", "no"],
    [{ forbidden_words: ["lake"] }, "Lakes and lakeside", "strict"],
    [{ forbidden_words: ["lake"] }, "About the lake:\nIt is calm.", "loose"],
    [{ forbidden_words: ["озеро"] }, "Озеро спокойно", "no"],
  ],
  "keywords:frequency": [
    [{ keyword: "lake", relation: "at least", frequency: 2 }, "Lake, lakeside.", "strict"],
    [{ keyword: "lake", relation: "at least", frequency: 3 }, "Lake, lakeside.", "no"],
    [{ keyword: "lake", relation: "less than", frequency: 2 }, "Lake.", "strict"],
    [{ keyword: "lake", relation: "less than", frequency: 2 }, "A lake.\nA lake.", "loose"],
    [{ keyword: "湖", relation: "at least", frequency: 2 }, "湖と湖", "strict"],
  ],
  "keywords:letter_frequency": [
    [{ letter: "q", let_relation: "at least", let_frequency: 2 }, "Quite quiet", "strict"],
    [{ letter: "q", let_relation: "at least", let_frequency: 3 }, "Quite quiet", "no"],
    [{ letter: "Q", let_relation: "less than", let_frequency: 2 }, "quite", "strict"],
    [{ letter: "*", let_relation: "less than", let_frequency: 1 }, "a *b*", "loose"],
    [{ letter: "!", let_relation: "at least", let_frequency: 2 }, "Oh! No!", "strict"],
    [{ letter: "λ", let_relation: "at least", let_frequency: 2 }, "Λόγος λίγος", "strict"],
  ],
  "language:response_language": [
    [{ language: "de" }, GERMAN, "strict"],
    [{ language: "de" }, `${ENGLISH}, and hope comes back to all of us.`, "no"],
    [{ language: "hi" }, HINDI, "strict"],
    [{ language: "hi" }, `${ENGLISH} ${ENGLISH}\n${HINDI}`, "loose"],
    [{ language: "de" }, "***", "no", "strict"],
    [{ language: "de" }, "ሐይቁ በማለዳ ጸጥ ያለ ነው የፀሐይ ብርሃን በኮረብቶች ላይ ይመጣል።", "no", "strict"],
  ],
  "punctuation:no_comma": [
    [{}, "The lake is calm.", "strict"],
    [{}, "The lake, calm.", "no"],
    [{}, "Sure, here it is:\nThe lake is calm.", "loose"],
    [{}, "湖は静かで、朝", "no", "strict"],
    [{}, "البحيرة هادئة، جميلة", "no", "strict"],
  ],
} satisfies Partial<Record<InstructionId, readonly InstructionCase[]>>;
