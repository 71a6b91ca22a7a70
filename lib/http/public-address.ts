import { isLocalHost } from "./origin.ts";

/**
 * Where people reach the app, without a slash at the end. What is configured wins; only a local server, which
 * nobody else can ask, believes the Host header.
 */
export function publicAddress(
  headers: Headers,
  { mode, publicOrigin }: { mode: "local" | "hosted"; publicOrigin: string | null },
): string {
  if (publicOrigin !== null) return publicOrigin;
  const host = headers.get("host") ?? "";
  return mode === "local" && isLocalHost(host, null) ? `http://${host}` : "http://127.0.0.1";
}
