import { curlAnthropic, curlOpenai } from "./curl.ts";
import { pythonAnthropic, pythonOpenai } from "./python.ts";
import type { Call, CodeProtocol, CodeSample } from "./types.ts";
import { typescriptAnthropic, typescriptOpenai } from "./typescript.ts";

/** By the kind of service, in the order of the list. To add one: its file, one line here, its test. */
const CODE_SAMPLES: { readonly [Protocol in CodeProtocol]: readonly CodeSample<Protocol>[] } = {
  "openai-chat": [curlOpenai, typescriptOpenai, pythonOpenai],
  "anthropic-messages": [curlAnthropic, typescriptAnthropic, pythonAnthropic],
};

/** A call in every language that there is for its service. */
export function codeOf(
  call: Call,
): (Pick<CodeSample, "id" | "label" | "needs" | "extension"> & { code: string })[] {
  switch (call.protocol) {
    case "openai-chat":
      return CODE_SAMPLES[call.protocol].map((sample) => ({ ...sample, code: sample.write(call) }));
    case "anthropic-messages":
      return CODE_SAMPLES[call.protocol].map((sample) => ({ ...sample, code: sample.write(call) }));
  }
}
