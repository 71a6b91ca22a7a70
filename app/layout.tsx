import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { EMBED_HEADER } from "#components/shell/embedded.ts";
import { Header } from "#components/shell/header.tsx";
import { SkipLink } from "#components/shell/skip-link.tsx";
import { readTheme, THEME_COOKIE } from "#components/shell/theme.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Afterprompt", template: "%s · Afterprompt" },
  description:
    "Write the prompt you have and the prompt you mean, run both, and see with evidence what the better wording bought you.",
  icons: { icon: "/icon.svg" },
};

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function Layout({ children }: { children: ReactNode }) {
  // In the frame of another site the page stands alone and reads no cookie.
  const embedded = (await headers()).has(EMBED_HEADER);
  const theme = embedded ? "system" : readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme}>
      <body className="min-h-dvh">
        {!embedded && (
          <>
            <SkipLink />
            <Header theme={theme} />
          </>
        )}
        {children}
      </body>
    </html>
  );
}
