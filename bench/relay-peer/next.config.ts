import path from "node:path";
import type { NextConfig } from "next";

/** A Next app of two routes that relay a stream the usual ways, to be measured beside ours. */
const config: NextConfig = {
  poweredByHeader: false,
  turbopack: { root: path.join(import.meta.dirname, "../..") },
};

export default config;
