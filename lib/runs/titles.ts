import type { RunRequest } from "./request.ts";

const TITLE_CHARS = 80;

/** What the history calls a run: the given title, or the first words of its first prompt. */
export function titleOf({ title, variants }: Pick<RunRequest, "title" | "variants">): string {
  const given = oneLine(title ?? "");
  if (given !== "") return given;
  const [prompt] = variants.map((variant) => variant.prompt);
  if (prompt === undefined) return "";
  const text = prompt.kind === "text" ? prompt.text : prompt.task || prompt.role || prompt.extra;
  return oneLine(text);
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  const characters = Array.from(line.slice(0, TITLE_CHARS * 4));
  return characters.length <= TITLE_CHARS ? line : `${characters.slice(0, TITLE_CHARS - 1).join("")}…`;
}
