import type { KindCase } from "../kind-case.fixture.ts";
import type { KindName } from "../registry.ts";
import { BULLETS_CASES } from "./bullets.fixture.ts";
import { CAPITAL_WORDS_CASES } from "./capital-words.fixture.ts";
import { CASE_CASES } from "./case.fixture.ts";
import { CHARACTERS_CASES } from "./characters.fixture.ts";
import { ENDS_WITH_CASES } from "./ends-with.fixture.ts";
import { EXCLUDE_CASES } from "./exclude.fixture.ts";
import { HIGHLIGHTED_CASES } from "./highlighted.fixture.ts";
import { INCLUDE_CASES } from "./include.fixture.ts";
import { JSON_CASES } from "./json.fixture.ts";
import { KEYWORD_CASES } from "./keyword.fixture.ts";
import { LANGUAGE_CASES } from "./language.fixture.ts";
import { LETTER_CASES } from "./letter.fixture.ts";
import { LINES_CASES } from "./lines.fixture.ts";
import { NO_COMMA_CASES } from "./no-comma.fixture.ts";
import { NO_MARKDOWN_CASES } from "./no-markdown.fixture.ts";
import { NUMBER_CASES } from "./number.fixture.ts";
import { ONE_OF_CASES } from "./one-of.fixture.ts";
import { OTHER_CASES } from "./other.fixture.ts";
import { PARAGRAPH_START_CASES } from "./paragraph-start.fixture.ts";
import { PARAGRAPHS_CASES } from "./paragraphs.fixture.ts";
import { PLACEHOLDERS_CASES } from "./placeholders.fixture.ts";
import { POSTSCRIPT_CASES } from "./postscript.fixture.ts";
import { QUOTES_CASES } from "./quotes.fixture.ts";
import { READING_LEVEL_CASES } from "./reading-level.fixture.ts";
import { REGEX_CASES } from "./regex.fixture.ts";
import { REPEAT_PROMPT_CASES } from "./repeat-prompt.fixture.ts";
import { SECTIONS_CASES } from "./sections.fixture.ts";
import { SENTENCES_CASES } from "./sentences.fixture.ts";
import { STARTS_WITH_CASES } from "./starts-with.fixture.ts";
import { TITLE_CASES } from "./title.fixture.ts";
import { TWO_RESPONSES_CASES } from "./two-responses.fixture.ts";
import { WORDS_CASES } from "./words.fixture.ts";

/** The table of each kind; a kind without one does not compile. */
export const KIND_CASES: { readonly [Name in KindName]: readonly KindCase<Name>[] } = {
  lines: LINES_CASES,
  words: WORDS_CASES,
  sentences: SENTENCES_CASES,
  characters: CHARACTERS_CASES,
  paragraphs: PARAGRAPHS_CASES,
  bullets: BULLETS_CASES,
  "starts-with": STARTS_WITH_CASES,
  "ends-with": ENDS_WITH_CASES,
  "paragraph-start": PARAGRAPH_START_CASES,
  include: INCLUDE_CASES,
  exclude: EXCLUDE_CASES,
  keyword: KEYWORD_CASES,
  letter: LETTER_CASES,
  "capital-words": CAPITAL_WORDS_CASES,
  "one-of": ONE_OF_CASES,
  number: NUMBER_CASES,
  json: JSON_CASES,
  regex: REGEX_CASES,
  language: LANGUAGE_CASES,
  "reading-level": READING_LEVEL_CASES,
  case: CASE_CASES,
  quotes: QUOTES_CASES,
  "no-comma": NO_COMMA_CASES,
  "no-markdown": NO_MARKDOWN_CASES,
  title: TITLE_CASES,
  sections: SECTIONS_CASES,
  highlighted: HIGHLIGHTED_CASES,
  placeholders: PLACEHOLDERS_CASES,
  postscript: POSTSCRIPT_CASES,
  "two-responses": TWO_RESPONSES_CASES,
  "repeat-prompt": REPEAT_PROMPT_CASES,
  other: OTHER_CASES,
};
