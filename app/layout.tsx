import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
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
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme}>
      <body className="min-h-dvh">
        <SkipLink />
        <Header theme={theme} />
        {children}
      </body>
    </html>
  );
}
