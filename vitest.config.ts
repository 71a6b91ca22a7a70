import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 20_000,
    // All cores: on a machine with two, the default is one.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        resolve: {
          // `server-only` throws outside a server bundle; under this condition it is the empty module that it is on a server.
          conditions: ["react-server"],
        },
        ssr: { resolve: { conditions: ["react-server"], externalConditions: ["react-server"] } },
        test: {
          name: "server",
          include: [
            "*.test.ts",
            "lib/**/*.test.ts",
            "app/**/*.test.ts",
            "prompts/**/*.test.ts",
            "scripts/**/*.test.ts",
            "e2e/**/*.test.ts",
            "bench/**/*.test.ts",
          ],
        },
      },
      {
        // What a browser would load, React's own build included.
        extends: true,
        test: { name: "browser", include: ["components/**/*.test.ts", "components/**/*.test.tsx"] },
      },
    ],
  },
});
