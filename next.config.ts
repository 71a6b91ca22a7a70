import type { NextConfig } from "next";

/** On every response. Pages get their content security policy from proxy.ts, with a nonce of their own. */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value:
      "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=()",
  },
];

const UNLISTED = [
  { key: "X-Robots-Tag", value: "noindex, nofollow" },
  { key: "Referrer-Policy", value: "no-referrer" },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  images: { unoptimized: true },
  devIndicators: false,
  allowedDevOrigins: ["127.0.0.1"],
  serverExternalPackages: ["pino", "undici", "@pydantic/genai-prices"],
  headers: async () => [
    { source: "/:path*", headers: SECURITY_HEADERS },
    {
      source: "/((?!c/[^/]+/embed/?$).*)",
      headers: [{ key: "X-Frame-Options", value: "DENY" }],
    },
    // What other sites show of a shared comparison: the frame, and its picture beside a link.
    {
      source: "/((?!c/[^/]+/embed/?$|api/comparisons/[^/]+/image$).*)",
      headers: [{ key: "Cross-Origin-Resource-Policy", value: "same-origin" }],
    },
    {
      source: "/:place(c/[^/]+/embed|api/comparisons/[^/]+/image)",
      headers: [{ key: "Cross-Origin-Resource-Policy", value: "cross-origin" }],
    },
    // Who has a link can read it; it is not told to search engines, nor to the sites that its page links to.
    ...["/c/:path*", "/api/comparisons/:path*", "/api/oembed"].map((source) => ({
      source,
      headers: UNLISTED,
    })),
    {
      source: "/api/:path*",
      headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
};

export default config;
