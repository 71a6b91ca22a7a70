import { pythonLiteral, quoted } from "./literals.ts";
import type { Call, CodeSample } from "./types.ts";

export const pythonOpenai: CodeSample<"openai-chat"> = {
  id: "python-openai",
  label: "Python",
  needs: "pip install openai",
  extension: "py",
  protocol: "openai-chat",
  write: (call) => `import os

from openai import OpenAI

client = OpenAI(
${options(call)})

stream = client.chat.completions.create(
${namedArguments(call.body)})

for chunk in stream:
    if chunk.choices:
        print(chunk.choices[0].delta.content or "", end="", flush=True)
print()
`,
};

export const pythonAnthropic: CodeSample<"anthropic-messages"> = {
  id: "python-anthropic",
  label: "Python",
  needs: "pip install anthropic",
  extension: "py",
  protocol: "anthropic-messages",
  write(call) {
    const { temperature, top_p, ...body } = call.body;
    // Later SDKs have no arguments of these names; the older version of the API still reads them.
    const sampling =
      call.version === null ? "" : `  extra_body=${pythonLiteral({ temperature, top_p }, 1)},\n`;
    const headers =
      call.version === null ? "" : `  extra_headers={"anthropic-version": ${quoted(call.version)}},\n`;
    return `import os

from anthropic import Anthropic

client = Anthropic(
${options(call)})

stream = client.messages.create(
${namedArguments(body)}${sampling}${headers})

for event in stream:
    if event.type == "content_block_delta" and event.delta.type == "text_delta":
        print(event.delta.text, end="", flush=True)
print()
`;
  },
};

function namedArguments(body: object): string {
  return Object.entries(body)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name}=${pythonLiteral(value, 1)},\n`)
    .join("");
}

function options(call: Call): string {
  const key = call.keyNeeded
    ? `os.environ[${quoted(call.keyVariable)}]`
    : `os.environ.get(${quoted(call.keyVariable)}, "none")`;
  const address = addressOf(call);
  return [`api_key=${key}`, ...(address === "" ? [] : [`base_url=${address}`])]
    .map((line) => `  ${line},\n`)
    .join("");
}

/** Empty where the SDK knows the address by itself. */
function addressOf({ address, addressVariable }: Call): string {
  if (addressVariable === "OPENAI_BASE_URL" || addressVariable === "ANTHROPIC_BASE_URL") return "";
  if (addressVariable === null) return quoted(address ?? "");
  const name = quoted(addressVariable);
  return address === null ? `os.environ[${name}]` : `os.environ.get(${name}, ${quoted(address)})`;
}
