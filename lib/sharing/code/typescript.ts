import { javascriptLiteral, quoted } from "./literals.ts";
import type { Call, CodeSample } from "./types.ts";

export const typescriptOpenai: CodeSample<"openai-chat"> = {
  id: "typescript-openai",
  label: "TypeScript",
  needs: "npm install openai, then node FILE.ts with Node 22.18 or later.",
  extension: "ts",
  protocol: "openai-chat",
  write: (call) => `import OpenAI from "openai";

const client = new OpenAI({
${options(call)}});

const stream = await client.chat.completions.create(${javascriptLiteral(call.body)});

for await (const chunk of stream) {
  process.stdout.write(chunk.choices[0]?.delta?.content ?? "");
}
process.stdout.write("\\n");
`,
};

export const typescriptAnthropic: CodeSample<"anthropic-messages"> = {
  id: "typescript-anthropic",
  label: "TypeScript",
  needs: "npm install @anthropic-ai/sdk, then node FILE.ts with Node 22.18 or later.",
  extension: "ts",
  protocol: "anthropic-messages",
  write: (call) => `import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic({
${options(call)}});

${
  call.version === null
    ? ""
    : "// Only this version of the API has temperature and top_p, so the SDK's types do not name them.\n"
}const body: Anthropic.MessageCreateParamsStreaming & { temperature?: number; top_p?: number } = ${javascriptLiteral(call.body)};

const stream = await client.messages.create(body${
    call.version === null ? "" : `, {\n  headers: { "anthropic-version": ${quoted(call.version)} },\n}`
  });

for await (const event of stream) {
  if (event.type === "content_block_delta" && event.delta.type === "text_delta") {
    process.stdout.write(event.delta.text);
  }
}
process.stdout.write("\\n");
`,
};

function options(call: Call): string {
  const key = `process.env.${call.keyVariable}`;
  const lines = [`apiKey: ${call.keyNeeded ? key : `${key} ?? "none"`},`];
  const address = addressOf(call);
  return [...lines, ...(address === "" ? [] : [`baseURL: ${address},`])]
    .map((line) => `  ${line}\n`)
    .join("");
}

/** Empty where the SDK knows the address by itself. */
function addressOf({ address, addressVariable }: Call): string {
  if (addressVariable === "OPENAI_BASE_URL" || addressVariable === "ANTHROPIC_BASE_URL") return "";
  if (addressVariable === null) return quoted(address ?? "");
  const variable = `process.env.${addressVariable}`;
  return address === null ? variable : `${variable} ?? ${quoted(address)}`;
}
