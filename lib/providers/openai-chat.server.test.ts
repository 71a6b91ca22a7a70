import { describe } from "vitest";
import { openaiChat } from "./openai-chat.server.ts";
import { protocolContract, SCHEMA } from "./protocol.contract.ts";

describe("openai-chat", () => {
  protocolContract({
    protocol: openaiChat,
    baseUrl: (fake) => fake.openaiUrl,
    headers: ["authorization"],
    messages: {
      messages: [
        { role: "system", content: "Be brief." },
        { role: "user", content: "Hello." },
      ],
    },
    responseSchema: {
      response_format: {
        type: "json_schema",
        json_schema: { name: SCHEMA.name, schema: SCHEMA.schema, strict: true },
      },
    },
    params: {
      asked: {
        maxTokens: 50,
        temperature: 0.5,
        topP: 0.9,
        seed: 7,
        stop: ["END"],
        reasoningEffort: "minimal",
      },
      sent: {
        stream: true,
        stream_options: { include_usage: true },
        max_tokens: 50,
        temperature: 0.5,
        top_p: 0.9,
        seed: 7,
        stop: ["END"],
        reasoning_effort: "minimal",
      },
    },
  });
});
