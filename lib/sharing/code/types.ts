import type { AnthropicBody } from "#lib/providers/anthropic-body.ts";
import type { OpenaiBody } from "#lib/providers/openai-body.ts";
import type { ProtocolId } from "#lib/providers/types.ts";

interface CallBase {
  /** "OpenAI" */
  service: string;
  /** The address without its path; null when only the person knows it. */
  address: string | null;
  /** The environment variable that may hold another one; null where the address is fixed. */
  addressVariable: string | null;
  /** The environment variable that holds the key. Code never holds one. */
  keyVariable: string;
  /** A service on one's own machine may need none. */
  keyNeeded: boolean;
  /** Variables of the prompt that have no value yet: their placeholders are in the messages. */
  missing: string[];
}

/** One call, exactly as a run makes it. */
export type Call =
  | (CallBase & { protocol: "openai-chat"; body: OpenaiBody })
  | (CallBase & {
      protocol: "anthropic-messages";
      body: AnthropicBody;
      /** The version of the API that the request is written for; null for the SDK's own. */
      version: string | null;
    });

export type CodeProtocol = Exclude<ProtocolId, "demo">;

/** One language for one kind of service. One file of code a sample, one line in the registry. */
export interface CodeSample<Protocol extends CodeProtocol = CodeProtocol> {
  id: string;
  /** "TypeScript" */
  label: string;
  /** What has to be installed first, and how it is started; shown above the code. */
  needs: string;
  extension: string;
  protocol: Protocol;
  /** Pure; total on any text. */
  write(call: Extract<Call, { protocol: Protocol }>): string;
}
