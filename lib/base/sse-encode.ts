/**
 * One frame of a text/event-stream (WHATWG HTML, 9.2). `json` has to be the output of JSON.stringify:
 * it holds no line break, so that no text can open a frame of its own.
 */
export function sseFrame(id: number, event: string, json: string): string {
  return `id: ${id}\nevent: ${event}\ndata: ${json}\n\n`;
}
