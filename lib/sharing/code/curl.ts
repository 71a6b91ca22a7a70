import type { Call, CodeSample } from "./types.ts";

/** The version that the SDK of today asks for; a plain request has to name one. */
const ANTHROPIC_VERSION = "2026-10-21";

export const curlOpenai: CodeSample<"openai-chat"> = {
  id: "curl-openai",
  label: "curl",
  needs: "A POSIX shell and curl.",
  extension: "sh",
  protocol: "openai-chat",
  write(call) {
    const { stream: _stream, stream_options: _options, ...body } = call.body;
    return command(call, "/chat/completions", [`Authorization: Bearer $${call.keyVariable}`], body);
  },
};

export const curlAnthropic: CodeSample<"anthropic-messages"> = {
  id: "curl-anthropic",
  label: "curl",
  needs: "A POSIX shell and curl.",
  extension: "sh",
  protocol: "anthropic-messages",
  write(call) {
    const { stream: _stream, ...body } = call.body;
    const headers = [
      `x-api-key: $${call.keyVariable}`,
      `anthropic-version: ${call.version ?? ANTHROPIC_VERSION}`,
    ];
    return command(call, "/v1/messages", headers, body);
  },
};

/**
 * The body goes in as a here-document with a quoted end: nothing in it means anything to the shell, and it may be
 * of any length. No line of it can be the end, since every line of the JSON begins with a bracket, a space or a quotation mark.
 */
function command(call: Call, path: string, headers: readonly string[], body: object): string {
  const lines = [
    `curl --fail-with-body --silent --show-error "${addressOf(call)}${path}"`,
    ...headers.map((header) => optional(call, `--header "${header}"`)),
    '--header "Content-Type: application/json"',
    "--data-binary @- <<'JSON'",
  ];
  return `${lines.join(" \\\n  ")}\n${JSON.stringify(body, null, 2)}\nJSON\n`;
}

/** A header with a key that may be needed or not goes out when the variable is set. */
function optional({ keyNeeded, keyVariable }: Call, option: string): string {
  return keyNeeded ? option : `\${${keyVariable}:+${option}}`;
}

/** The variable if it is set, else the address of the service. Both are names of ours, never of a document. */
function addressOf({ address, addressVariable }: Call): string {
  if (addressVariable === null) return address ?? "";
  return address === null ? `\${${addressVariable}:?}` : `\${${addressVariable}:-${address}}`;
}
