export interface SseFrame {
  /** Empty when the frame carried none. */
  id: string;
  event: string;
  data: string;
}

/**
 * Reads a text/event-stream (WHATWG HTML, 9.2) from text chunks that may be cut anywhere.
 * Comments are skipped; `retry:` is left to the caller's own backoff. Frames without data are dropped,
 * and so is a last frame that the stream did not finish.
 */
export function sseDecoder(onFrame: (frame: SseFrame) => void): (chunk: string) => void {
  let rest = "";
  let frame: SseFrame = { id: "", event: "message", data: "" };
  let hasData = false;

  function readLine(line: string): void {
    if (line === "") {
      if (hasData) onFrame(frame);
      frame = { id: "", event: "message", data: "" };
      hasData = false;
      return;
    }
    const colon = line.indexOf(":");
    if (colon === 0) return;
    const name = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(line[colon + 1] === " " ? colon + 2 : colon + 1);
    if (name === "data") {
      frame.data = hasData ? `${frame.data}\n${value}` : value;
      hasData = true;
    } else if (name === "event") frame.event = value;
    else if (name === "id") frame.id = value;
  }

  return (chunk) => {
    const text = rest + chunk;
    // A chunk that ends on CR may continue with LF: it waits for the next one.
    const usable = text.endsWith("\r") ? text.length - 1 : text.length;
    let from = 0;
    for (let at = 0; at < usable; at += 1) {
      const code = text.charCodeAt(at);
      if (code !== 10 && code !== 13) continue;
      readLine(text.slice(from, at));
      if (code === 13 && text.charCodeAt(at + 1) === 10) at += 1;
      from = at + 1;
    }
    rest = text.slice(from);
  };
}
