import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** Things of the world that change by the day; "our latest results" are the person's own. */
const FRESH =
  /\b(?:(?:what|who|how)(?:['’]?s| is| are)? (?:much is )?(?:the )?(?:latest|current|today['’]s) (?:news|weather|president|prime minister|chancellor|ceo|pope|champion|interest rates?|inflation rate|exchange rate|stock price|share price|price of|population of|version of)\b|(?:latest|current|today['’]s) (?:news|weather|exchange rates?|stock prices?|share prices?|interest rates?|mortgage rates|bitcoin price|gas prices|price of (?:gold|oil|bitcoin|silver|gas))\b|what(?:['’]?s| is) the (?:latest|current|newest|most recent) (?:stable )?version of\b|who is (?:the )?current(?:ly)? (?:the )?(?:president|prime minister|chancellor|ceo|champion|king|queen|mayor|minister)\b|what(?:['’]?s| is) the weather\b(?! (?:usually|normally|typically))(?![^.?!\n]*\b(?:usually|normally|typically|generally|in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)))|what(?:['’]?s| is) the price of (?:gold|oil|bitcoin|silver|gas) (?:today|now|right now)\b)/gi;

export const freshFacts: CoachRule = {
  id: "fresh-facts",
  title: "Facts newer than the model",
  why: "A model knows nothing after its training ends and does not always say so. Paste the facts, or ask for what does not change.",
  example: {
    before: "What is the current price of gold?",
    after: "From the price list between the tags, name the price of gold and its date.",
  },
  source: SOURCES.fresh,
  find: (input) => {
    const { prompt, fields } = input;
    const hasMaterial =
      fields.some(({ text, units }) => text.includes("{{") || units.some(({ data }) => data)) ||
      (prompt.kind === "parts" && prompt.documents);
    return hasMaterial
      ? []
      : findWords(input, {
          pattern: FRESH,
          message: () => "A model’s knowledge ends with its training. Paste the facts, or name a date.",
        });
  },
};
