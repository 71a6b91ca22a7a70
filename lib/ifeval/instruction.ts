import { z } from "zod";

/** The public data writes null for every argument that an instruction does not take. */
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish();

const relation = z.enum(["less than", "at least"]);

/** The arguments of all instructions; each takes a few of them. */
export const argumentsSchema = z.object({
  capital_frequency: optional(z.int()),
  capital_relation: optional(relation),
  end_phrase: optional(z.string()),
  first_word: optional(z.string()),
  forbidden_words: optional(z.array(z.string())),
  frequency: optional(z.int()),
  keyword: optional(z.string()),
  keywords: optional(z.array(z.string())),
  language: optional(z.string()),
  let_frequency: optional(z.int()),
  let_relation: optional(relation),
  letter: optional(z.string()),
  nth_paragraph: optional(z.int()),
  num_bullets: optional(z.int()),
  num_highlights: optional(z.int()),
  num_paragraphs: optional(z.int()),
  num_placeholders: optional(z.int()),
  num_sections: optional(z.int()),
  num_sentences: optional(z.int()),
  num_words: optional(z.int()),
  postscript_marker: optional(z.string()),
  prompt_to_repeat: optional(z.string()),
  relation: optional(relation),
  section_spliter: optional(z.string()),
});
export type InstructionArguments = z.infer<typeof argumentsSchema>;

export const INSTRUCTION_IDS = [
  "change_case:capital_word_frequency",
  "change_case:english_capital",
  "change_case:english_lowercase",
  "combination:repeat_prompt",
  "combination:two_responses",
  "detectable_content:number_placeholders",
  "detectable_content:postscript",
  "detectable_format:constrained_response",
  "detectable_format:json_format",
  "detectable_format:multiple_sections",
  "detectable_format:number_bullet_lists",
  "detectable_format:number_highlighted_sections",
  "detectable_format:title",
  "keywords:existence",
  "keywords:forbidden_words",
  "keywords:frequency",
  "keywords:letter_frequency",
  "language:response_language",
  "length_constraints:nth_paragraph_first_word",
  "length_constraints:number_paragraphs",
  "length_constraints:number_sentences",
  "length_constraints:number_words",
  "punctuation:no_comma",
  "startend:end_checker",
  "startend:quotation",
] as const;
export type InstructionId = (typeof INSTRUCTION_IDS)[number];

/** One line of the public input file. */
export const promptSchema = z
  .object({
    key: z.union([z.int(), z.string()]),
    prompt: z.string(),
    instruction_id_list: z.array(z.enum(INSTRUCTION_IDS)),
    kwargs: z.array(argumentsSchema),
  })
  .refine((line) => line.instruction_id_list.length === line.kwargs.length, {
    message: "as many kwargs as instructions",
  });
export type IfevalPrompt = z.infer<typeof promptSchema>;

/** One line of a response file. */
export const responseSchema = z.object({ prompt: z.string(), response: z.string() });

/** An argument that the instruction cannot do without. @throws Error naming it */
export function needed<Value>(value: Value | null | undefined, name: string): Value {
  if (value === null || value === undefined) throw new Error(`the argument ${name} is missing`);
  return value;
}
