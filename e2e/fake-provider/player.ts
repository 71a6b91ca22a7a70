import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Script, Step } from "./script.ts";

const BEAT_MS = 5;

interface Playing {
  next: Step | null;
  dueAt: number;
  play(): void;
}

/** Plays scripts on responses. Every wait of every stream hangs on one timer. */
export function createPlayer() {
  const waiting = new Set<Playing>();
  let timer: NodeJS.Timeout | null = null;

  function beat(): void {
    const now = performance.now();
    for (const playing of waiting) if (playing.dueAt <= now) playing.play();
    if (waiting.size === 0 && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  }

  /** Resolves never: `onTokens` is told what was written, `onEnd` that the script came to its end. */
  function play(
    script: Script,
    response: ServerResponse,
    socket: Socket,
    onTokens: (tokens: number) => void,
    onEnd: () => void,
  ): void {
    let index = 0;
    const write = script.raw ? rawWriter(script, response, socket) : headThenBody(script, response);
    const takeNext = (): Step | null => script.steps[index] ?? script.forever?.step ?? null;

    const playing: Playing = {
      next: takeNext(),
      dueAt: performance.now() + (takeNext()?.waitMs ?? 0),
      play() {
        for (;;) {
          if (socket.destroyed) {
            waiting.delete(playing);
            return;
          }
          const { next } = playing;
          if (next === null) {
            waiting.delete(playing);
            finish();
            return;
          }
          write.step(next.bytes);
          if (next.tokens > 0) onTokens(next.tokens);
          index += 1;
          playing.next = takeNext();
          const waitMs = playing.next?.waitMs ?? 0;
          // From when it was due, not from now: a late beat does not make the stream slower.
          playing.dueAt += waitMs;
          if (waitMs === 0 && !script.raw) {
            waiting.delete(playing);
            setImmediate(playing.play);
            return;
          }
          if (waitMs > 0 && playing.dueAt > performance.now()) {
            waiting.add(playing);
            timer ??= setInterval(beat, BEAT_MS);
            return;
          }
        }
      },
    };

    function finish(): void {
      if (script.last === "hold") return;
      onEnd();
      if (script.last === "reset") socket.resetAndDestroy();
      else write.end();
    }

    if (playing.dueAt > performance.now()) {
      waiting.add(playing);
      timer ??= setInterval(beat, BEAT_MS);
    } else playing.play();
  }

  function stop(): void {
    waiting.clear();
    if (timer !== null) clearInterval(timer);
    timer = null;
  }

  return { play, stop };
}

function headThenBody(script: Script, response: ServerResponse) {
  response.writeHead(200, script.headers);
  response.flushHeaders();
  return {
    step: (bytes: Buffer) => void response.write(bytes),
    end: () => void response.end(),
  };
}

/** One write a step, past the response object: the head and the chunk framing are made here. */
function rawWriter(script: Script, response: ServerResponse, socket: Socket) {
  socket.setNoDelay(true);
  const lines = Object.entries({ ...script.headers, "transfer-encoding": "chunked", connection: "close" });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.write(`HTTP/1.1 200 OK\r\n${head}\r\n`);
  const framed = new Map<Buffer, Buffer>();
  const frame = (bytes: Buffer): Buffer => {
    const known = framed.get(bytes);
    if (known !== undefined) return known;
    const made = Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
    framed.set(bytes, made);
    return made;
  };
  for (const { bytes } of script.steps) frame(bytes);
  return {
    step: (bytes: Buffer) => void socket.write(frame(bytes)),
    end: () => {
      socket.end("0\r\n\r\n");
      response.destroy();
    },
  };
}
