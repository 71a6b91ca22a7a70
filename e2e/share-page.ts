import { createServer } from "node:http";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

export const panel = (page: Page) => page.getByRole("region", { name: "Share", exact: true });
export const linkBox = (page: Page) => panel(page).getByRole("textbox", { name: "Link", exact: true });
export const addressBox = (page: Page) =>
  panel(page).getByRole("textbox", { name: "Address that holds everything" });

export async function openPanel(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(panel(page).getByRole("button", { name: "Create link" })).toBeVisible();
}

/** Creates a link in the open panel and answers its address. */
export async function createLink(page: Page): Promise<string> {
  await panel(page)
    .getByRole("button", { name: /^Create (another )?link$/ })
    .click();
  await expect(linkBox(page)).toBeFocused();
  return linkBox(page).inputValue();
}

export interface Made {
  id: string;
  url: string;
  manageToken: string;
  expiresAt: string | null;
}

export function postShare(
  appUrl: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${appUrl}/api/comparisons`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

/** A link to prompts alone, made by a script on this machine. */
export async function makeShare(appUrl: string, body: object = {}): Promise<Made> {
  const response = await postShare(appUrl, { comparison: POEMS, ...body });
  expect(response.status).toBe(200);
  return (await response.json()) as Made;
}

const MODEL = { provider: "openai", model: "fake/ok" };

export const POEMS = {
  version: 1,
  title: "Two poems",
  note: "",
  variants: [
    {
      id: "before",
      prompt: { kind: "text", text: "Generate a poem about nature." },
      model: MODEL,
      params: {},
    },
    {
      id: "after",
      prompt: {
        kind: "parts",
        task: "Write a poem about the sunrise on a calm lake.",
        constraints: [{ kind: "lines", op: "exactly", n: 4 }],
        opening: "A golden light first kisses the water.",
      },
      model: MODEL,
      params: {},
    },
  ],
  cases: [],
  checks: [],
  settings: { samples: 1 },
};

/** Another site, which frames whatever its path names: `http://localhost:…/?http://…`. */
export async function framingSite(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const framed = decodeURIComponent(request.url?.split("?")[1] ?? "");
    response.setHeader("content-type", "text/html");
    response.end(
      `<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,"><iframe src="${framed}" width="800" height="600"></iframe></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
