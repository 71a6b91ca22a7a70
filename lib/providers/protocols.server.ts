import "server-only";
import { anthropicMessages } from "./anthropic-messages.server.ts";
import { demo } from "./demo.server.ts";
import { openaiChat } from "./openai-chat.server.ts";
import type { Protocol, ProtocolId } from "./types.ts";

const PROTOCOLS: Readonly<Record<ProtocolId, Protocol>> = {
  "openai-chat": openaiChat,
  "anthropic-messages": anthropicMessages,
  demo,
};

/** The code behind a catalogue row's `protocol`. */
export function protocolOf(id: ProtocolId): Protocol {
  return PROTOCOLS[id];
}
