/** Pasted material: what stands in tags, fences, triple quotes, or after a label at the end of the prompt. */
const MATERIAL = [
  /<([a-zA-Z][\w-]*)(?:\s[^<>]*)?>[\s\S]*?<\/\1>/g,
  /`{3}[\s\S]*?(?:`{3}|$)/g,
  /"""[\s\S]*?(?:"""|$)/g,
  /^(?:-{3,}|={3,}|#{3,}|\*{3,})[ \t]*\n[\s\S]*?(?:\n(?:-{3,}|={3,}|#{3,}|\*{3,})[ \t]*$|(?![\s\S]))/gm,
  /^>.*$/gm,
  /[“„«][^“”„«»\n]{25,}[”“»]/g,
  /"[^"\n]{40,}"/g,
];

/** After a line such as "Text:" or "Here is the article:", what follows on the next lines is material. */
const LABEL =
  /^[^\n]{0,60}\b(?:text|article|notes?|email|message|review|ticket|transcript|paragraph|story|essay|report|letter|code|data|content|document|input|context|passage|abstract|cv|resume|poem|list|log|diff)\b[^\n.!?]{0,30}:[ \t]*\n(?=[\s\S]*\S)/gim;

/** The text with pasted material blanked out, in place. Total on any text; linear apart from the tags. */
export function toldOf(text: string): string {
  let told = text;
  for (const pattern of MATERIAL) told = told.replace(pattern, blanks);
  LABEL.lastIndex = 0;
  const label = LABEL.exec(told);
  if (label === null) return told;
  const from = label.index + label[0].length;
  return told.slice(0, from) + blanks(told.slice(from));
}

function blanks(found: string): string {
  return found.replace(/[^\n]/g, " ");
}
