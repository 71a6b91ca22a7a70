/** One event of a text/event-stream. `event` is empty when the stream named none ("message"). */
export interface SseEvent {
  event: string;
  data: string;
  /** The last id that the stream has set. */
  id: string;
}

export interface SseDecoder {
  /** Takes the next bytes, cut anywhere. Throws RangeError when one event grows past the limit. */
  push(bytes: Uint8Array): void;
}

const LF = 10;
const CR = 13;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Reads a text/event-stream (WHATWG HTML, 9.2.6) from bytes, in time linear in their number.
 *
 * Bytes are decoded a whole number of lines at a time: a line break is never part of a character, so no
 * character can be cut, and the decoder needs no state of its own. What follows the last line break waits
 * as bytes. An event that the stream did not finish is dropped, as the standard says.
 *
 * @param maxEventBytes bound of one event, counted over the lines that carry it and the unfinished line.
 */
export function createSseDecoder(
  onEvent: (event: SseEvent) => void,
  maxEventBytes = 32 * 1024 * 1024,
): SseDecoder {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let atStart = true;
  let endedWithCr = false;

  let data: string | null = null;
  // Lines of an event that has many: joined once, so that a long event stays linear.
  let moreData: string[] = [];
  let eventBytes = 0;
  let event = "";
  let id = "";

  function dispatch(): void {
    const finished = data === null ? null : { event, data, id };
    if (finished !== null && moreData.length > 0) {
      finished.data = `${finished.data}\n${moreData.join("\n")}`;
      moreData = [];
    }
    data = null;
    event = "";
    eventBytes = 0;
    if (finished !== null) onEvent(finished);
  }

  function takeData(value: string): void {
    eventBytes += value.length;
    if (eventBytes > maxEventBytes) throw new RangeError("event too large");
    if (data === null) data = value;
    else moreData.push(value);
  }

  function takeField(line: string): void {
    const colon = line.indexOf(":");
    if (colon === 0) return;
    const name = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(line.charCodeAt(colon + 1) === 32 ? colon + 2 : colon + 1);
    if (name === "data") takeData(value);
    else if (name === "event") event = value;
    else if (name === "id" && !value.includes("\u0000")) id = value;
  }

  /** Text that ends with a line break. */
  function takeLines(text: string): void {
    let from = 0;
    for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", from)) {
      if (end === from) dispatch();
      else if (text.startsWith("data: ", from)) takeData(text.slice(from + 6, end));
      else takeField(text.slice(from, end));
      from = end + 1;
    }
  }

  function takeText(raw: string): void {
    let text = raw;
    if (atStart) {
      atStart = false;
      if (text.charCodeAt(0) === BYTE_ORDER_MARK) text = text.slice(1);
    }
    // CR LF is one line break, also when the cut fell between the two.
    if (endedWithCr && text.charCodeAt(0) === LF) text = text.slice(1);
    endedWithCr = text === "" ? false : text.charCodeAt(text.length - 1) === CR;
    takeLines(text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);
  }

  return {
    push(bytes) {
      const end = lastLineBreak(bytes) + 1;
      if (end === 0) {
        keep(bytes);
        return;
      }
      const lines = end === bytes.length ? bytes : bytes.subarray(0, end);
      const text = decoder.decode(waiting.length === 0 ? lines : joined(lines));
      if (end < bytes.length) keep(bytes.subarray(end));
      takeText(text);
    },
  };

  function keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    waitingBytes += bytes.length;
    if (waitingBytes > maxEventBytes) throw new RangeError("event too large");
    waiting.push(bytes);
  }

  function joined(last: Uint8Array): Uint8Array {
    const whole = new Uint8Array(waitingBytes + last.length);
    let at = 0;
    for (const part of waiting) {
      whole.set(part, at);
      at += part.length;
    }
    whole.set(last, at);
    waiting = [];
    waitingBytes = 0;
    return whole;
  }
}

function lastLineBreak(bytes: Uint8Array): number {
  const last = bytes[bytes.length - 1];
  if (last === LF || last === CR) return bytes.length - 1;
  return Math.max(bytes.lastIndexOf(LF), bytes.lastIndexOf(CR));
}
