import { type Outline, type OutlineAnswer, outlineOf } from "./outline.ts";
import type { ExportFormat } from "./types.ts";

/** Nothing is fetched and nothing runs, whatever the texts say: the page's own policy forbids all but its styles. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1d1c1a; --soft: #65615a; --line: #e6e2d9; --before: #4a6a8a; --after: #985a00; --good: #2f6b3a; --bad: #a33b2e }
@media (prefers-color-scheme: dark) { :root { --paper: #171614; --ink: #ece8df; --soft: #a9a397; --line: #3a3731; --before: #8fb3d6; --after: #e5ae55; --good: #8cc79a; --bad: #e59185 } }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --before: #34516e; --after: #7a4800; --good: #1e5128; --bad: #8a2b20 } article, tr { break-inside: avoid } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 76rem; padding: 2rem 1rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 Inter, system-ui, sans-serif }
h1, h2, .words { font-family: "Source Serif 4", Georgia, serif }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .5rem; overflow-wrap: anywhere }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem }
p { margin: .5rem 0; max-width: 75ch }
.words { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 1.05rem; line-height: 1.6; margin: .25rem 0 0 }
h1, .words, td, tbody th, li { unicode-bidi: plaintext; text-align: start }
.soft { color: var(--soft); font-size: .875rem }
.note { border: 1px solid var(--line); border-radius: 8px; padding: .5rem .875rem }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1.5rem }
article { border-top: 3px solid var(--line); padding-top: .5rem; min-width: 0 }
article.side-0 { border-color: var(--before) } article.side-1 { border-color: var(--after) }
article h3 { margin: 0 } .side-0 > h3 { color: var(--before) } .side-1 > h3 { color: var(--after) }
table { border-collapse: collapse } th, td { text-align: start; vertical-align: top; padding: .35rem 1rem .35rem 0; border-bottom: 1px solid var(--line); font-weight: inherit; overflow-wrap: anywhere }
thead th { color: var(--soft); font-size: .875rem }
.scroll { overflow-x: auto } ul { margin: .5rem 0 0; padding: 0; list-style: none; font-size: .875rem } li { overflow-wrap: anywhere }
.good { color: var(--good) } .bad { color: var(--bad) }
`;

/** One page that needs nothing else, to open, print or send. No script, nothing remote; every text is escaped. */
export const html: ExportFormat = {
  kind: "text",
  id: "html",
  label: "HTML",
  about: "One page to open, print or send; it needs nothing else.",
  extension: "html",
  mediaType: "text/html",
  write: (snapshot) => ({ text: page(outlineOf(snapshot)), leftOut: [] }),
};

function page(outline: Outline): string {
  const { title, note, origins, verdict, prompts, cases, contract, answers, startedAt } = outline;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${note === "" ? "" : `<p class="words">${escaped(note)}</p>`}
${origins.map((sentence) => `<p class="note"><strong>Note:</strong> ${escaped(sentence)}</p>`).join("\n")}
${verdict === "" ? "" : `<h2>Verdict</h2>\n<p>${escaped(verdict)}</p>`}
<h2>Prompts</h2>
<div class="sides">
${prompts.map(promptArticle).join("\n")}
</div>
${cases.length === 0 ? "" : `<h2>Cases</h2>\n${cases.map(caseTable).join("\n")}`}
${contract.length === 0 ? "" : contractTable(outline)}
${answers.length === 0 ? "" : `<h2>Answers</h2>\n${answers.map(answerRow).join("\n")}`}
<p class="soft">Written by Afterprompt${startedAt === "" ? "" : `; run of ${escaped(startedAt)}`}.</p>
</main>
</body>
</html>
`;
}

function promptArticle(
  { label, model, settings, messages }: Outline["prompts"][number],
  index: number,
): string {
  const facts = [model, settings].filter((part) => part !== "").join(" · ");
  const texts = messages.map(
    ({ role, content }) => `<p class="soft">${escaped(role)}</p>\n<p class="words">${escaped(content)}</p>`,
  );
  return `<article class="side-${index}">
<h3>${escaped(label)}</h3>
<p class="soft">${escaped(facts)}</p>
${texts.join("\n")}
</article>`;
}

function caseTable({ name, values }: Outline["cases"][number]): string {
  const rows = values.map(
    (each) =>
      `<tr><th scope="row">${escaped(each.name)}</th><td class="words">${escaped(each.value)}</td></tr>`,
  );
  return `<h3>Case ${escaped(name)}</h3>\n<div class="scroll"><table><tbody>${rows.join("")}</tbody></table></div>`;
}

function contractTable({ contract, prompts }: Outline): string {
  const head = prompts.map(({ label }) => `<th scope="col">${escaped(label)}</th>`).join("");
  const rows = contract.map(({ promise, tallies }) => {
    const cells = tallies.map((tally) => `<td>${escaped(tally)}</td>`).join("");
    return `<tr><th scope="row">${escaped(promise)}</th>${cells}</tr>`;
  });
  return `<h2>Contract</h2>
<div class="scroll"><table><thead><tr><th scope="col">Promise</th>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`;
}

function answerRow({ title, sides }: Outline["answers"][number]): string {
  const articles = sides.map((side, index) => (side === null ? "" : answerArticle(side, index)));
  return `<h3>${escaped(title)}</h3>\n<div class="sides">\n${articles.join("\n")}\n</div>`;
}

const LOOKS = { kept: "good", "not kept": "bad", undecided: "soft" } as const;

function answerArticle({ label, facts, text, checks }: OutlineAnswer, index: number): string {
  const items = checks.map(({ mark, promise, found }) => {
    const shown = found === "" ? "" : ` (${escaped(found)})`;
    return `<li><span class="${LOOKS[mark]}">${mark}</span>: ${escaped(promise)}${shown}</li>`;
  });
  return `<article class="side-${index}">
<h3>${escaped(label)}</h3>
<p class="soft">${escaped(facts)}</p>
<p class="words">${escaped(text)}</p>
<ul>${items.join("\n")}</ul>
</article>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/** Text that is only text, in an element as in a quoted attribute; control characters that HTML has no place for go. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"'`]/g, (sign) => ENTITIES[sign] ?? "").replaceAll(/(?![\t\n\r])\p{Cc}/gu, "");
}
