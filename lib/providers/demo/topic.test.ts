import { expect, test } from "vitest";
import { NO_TOPIC, topicOf } from "./topic.ts";

test.each([
  ["Explain photosynthesis", "photosynthesis"],
  ["Generate a poem about nature.", "nature"],
  ["Write a poem about the sunrise on a calm lake. Focus on the light.", "the sunrise on a calm lake"],
  ["What is the capital of France?", "France"],
  ["Photosynthesis", "photosynthesis"],
  ["Describe our product, a jacket for the rain", "our product"],
  ["Can you tell me about the tides in the Bay of Fundy and their causes?", "the tides in the Bay of Fundy"],
  ["Write a “poem” about *rain* & snow", "rain snow"],
  ["Summarise: a long text", NO_TOPIC],
  ["Write a product description for a waterproof jacket in exactly 40 words", "a waterproof jacket"],
  ["Summarise the following notes in three bullet points", "the following notes"],
  ["Explain the French Revolution in simple words", "the French Revolution"],
  ["Translate good morning into Spanish", NO_TOPIC],
  ["Write about it", NO_TOPIC],
  ["Summarise the", NO_TOPIC],
  ["", NO_TOPIC],
  ["…!?", NO_TOPIC],
])("the topic of %j is %j", (task, topic) => {
  expect(topicOf(task)).toBe(topic);
});
