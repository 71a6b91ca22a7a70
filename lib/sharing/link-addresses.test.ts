import { expect, test } from "vitest";
import { embedCode, idOfLink, linkAddress } from "./link-addresses.ts";

const HOME = "https://prompts.example.org";
const ID = "cmp_0123456789abcdefghij-_";

test("[SL11] only the addresses of our own shared comparisons name one", () => {
  expect(idOfLink(linkAddress(HOME, ID), HOME)).toBe(ID);
  expect(idOfLink(`${HOME}/c/${ID}/embed`, HOME)).toBe(ID);
  expect(idOfLink(`${HOME}/c/${ID}?utm=1#x`, HOME)).toBe(ID);
});

// Spellings of another place that some parser takes for this one.
const ELSEWHERE = [
  `//prompts.example.org/c/${ID}`,
  `https://evil.example/c/${ID}`,
  `https://prompts.example.org.evil.example/c/${ID}`,
  `https://prompts.example.org@evil.example/c/${ID}`,
  `https://me:pw@prompts.example.org/c/${ID}`,
  `https://evil.example#@prompts.example.org/c/${ID}`,
  `https://evil.example\\@prompts.example.org/c/${ID}`,
  `https://evil.example/?x=https://prompts.example.org/c/${ID}`,
  `http://prompts.example.org/c/${ID}`,
  `https://prompts.example.org:8443/c/${ID}`,
  `https://sub.prompts.example.org/c/${ID}`,
  `ftp://prompts.example.org/c/${ID}`,
  `javascript:https://prompts.example.org/c/${ID}`,
  `data:text/html,https://prompts.example.org/c/${ID}`,
  `blob:https://prompts.example.org/c/${ID}`,
  `https://prompts.example.org/x/c/${ID}`,
  `https://prompts.example.org//c/${ID}`,
  `https://prompts.example.org/c//${ID}`,
  `https://prompts.example.org/C/${ID}`,
  `https://prompts.example.org/c/${ID}/`,
  `https://prompts.example.org/c/${ID}/edit`,
  `https://prompts.example.org/c/${ID}%2Fembed`,
  `https://prompts.example.org/c/${ID}x`,
  `https://prompts.example.org/c/${ID.slice(0, -1)}`,
  `https://prompts.example.org/c/cmp_${"é".repeat(22)}`,
  `https://prompts.example.org/c/run_0123456789abcdefghij-_`,
  `https://prompts.example.org/c/`,
  `https://prompts.example.org/%63/${ID}`,
  `https://prompts.example.org/c/..%2F${ID}`,
  `https://evil.example/..//c/${ID}`,
  `https:/\\evil.example/c/${ID}`,
  `\thttps://evil.example/c/${ID}`,
  `https://evil.example%00.prompts.example.org/c/${ID}`,
  `https://evil.example%2F.prompts.example.org/c/${ID}`,
  `https://[::1]/c/${ID}`,
  `https://127.0.0.1/c/${ID}`,
  `/c/${ID}`,
  ID,
  "",
  "https://",
];

test.each(ELSEWHERE)("[R21][SL11] %j is none of them", (link) => {
  expect(idOfLink(link, HOME)).toBeNull();
});

test("[R21] the list of spellings is as long as was promised", () => {
  expect(new Set(ELSEWHERE).size).toBe(40);
});

test("[SL10] a title cannot leave its place in the code that is pasted into other pages", () => {
  const code = embedCode(linkAddress(HOME, ID), `"><script>alert('x')</script>&`);
  expect(code).toContain(`title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;"`);
  expect(code.match(/</g)).toHaveLength(2);
});
