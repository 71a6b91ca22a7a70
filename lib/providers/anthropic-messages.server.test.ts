import { describe } from "vitest";
import { anthropicMessages } from "./anthropic-messages.server.ts";
import { protocolContract, SCHEMA } from "./protocol.contract.ts";

describe("anthropic-messages", () => {
  protocolContract({
    protocol: anthropicMessages,
    baseUrl: (fake) => fake.url,
    headers: ["authorization", "anthropic-version"],
    messages: { system: "Be brief.", messages: [{ role: "user", content: "Hello." }] },
    responseSchema: { output_config: { format: { type: "json_schema", schema: SCHEMA.schema } } },
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
        max_tokens: 50,
        temperature: 0.5,
        top_p: 0.9,
        stop_sequences: ["END"],
        output_config: { effort: "low" },
      },
    },
  });
});
