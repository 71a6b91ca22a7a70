/**
 * The arrows between folders, each at error. `npm run check` holds them, scripts/architecture/arrows.test.ts plants a
 * violation of each and sees it fail.
 */

/** Which folders of lib a folder of lib may import. A folder that is not named here is unknown and fails. */
const LIB_FOLDERS = {
  base: [],
  constraints: ["base"],
  prompt: ["constraints", "base"],
  checks: ["constraints", "base"],
  ifeval: ["checks", "constraints", "base"],
  statistics: ["base"],
  comparison: ["statistics", "checks", "prompt", "constraints", "base"],
  providers: ["base"],
  "providers/demo": ["providers", "library", "prompt", "constraints", "checks", "comparison", "base"],
  runs: ["comparison", "checks", "prompt", "constraints", "providers", "base"],
  judging: ["runs", "comparison", "checks", "prompt", "constraints", "statistics", "providers", "base"],
  improving: ["runs", "comparison", "checks", "prompt", "constraints", "providers", "base"],
  library: ["comparison", "checks", "prompt", "constraints", "base"],
  sharing: ["comparison", "checks", "prompt", "constraints", "statistics", "providers", "base"],
  db: ["sharing", "runs", "comparison", "base"],
  http: [
    "sharing",
    "improving",
    "judging",
    "runs",
    "comparison",
    "checks",
    "prompt",
    "constraints",
    "providers",
    "base",
  ],
};

/** Leaf modules of a folder that a lower folder may see as types. */
const TYPE_LEAVES = ["lib/providers/types\\.ts$"];

/** What pure modules may import from outside: plain computation, no SDK, no React, no node. */
const PURE_PACKAGES = [
  "zod",
  "diff",
  "ipaddr\\.js",
  "@pydantic/genai-prices",
  "franc",
  "re2js",
  "yaml",
  "papaparse",
  "uqr",
];

/** Only this file may import the package: the place to look, the place to replace. */
const SINGLE_IMPORTERS = {
  openai: "^lib/providers/openai-chat\\.server\\.ts$",
  "@anthropic-ai/sdk": "^lib/providers/anthropic-messages\\.server\\.ts$",
  franc: "^lib/checks/detect-language\\.ts$",
  pg: "^lib/db/postgres\\.server\\.ts$",
  yaml: "^lib/sharing/yaml\\.ts$",
  papaparse: "^lib/sharing/csv\\.ts$",
  uqr: "^lib/sharing/qr-code\\.ts$",
  re2js: "^lib/checks/regex-check\\.ts$",
  "@pydantic/genai-prices": "^lib/providers/prices\\.(server\\.)?ts$",
};

const SERVER = "\\.server\\.tsx?$";
/** Tests and what only tests import; they may look anywhere. */
const TEST = "(\\.test\\.tsx?|\\.(contract|fixture)\\.ts|/fixtures/.*)$";

function packagePath(name) {
  return `^node_modules/${name}/`;
}

const libFolderRules = Object.entries(LIB_FOLDERS).map(([folder, allowed]) => ({
  name: `lib-${folder.replace("/", "-")}-imports`,
  comment: `lib/${folder} may import ${allowed.map((name) => `lib/${name}`).join(", ") || "nothing of ours"}.`,
  severity: "error",
  from: { path: `^lib/${folder}[./]`, pathNot: [TEST, ...innerFolders(folder)] },
  to: {
    path: "^lib/[^/]+/",
    pathNot: [...[folder, ...allowed].map((name) => `^lib/${name}[./]`), ...typeLeaves(folder)],
  },
}));

/** A folder with a row of its own does not answer to the row of the folder around it. */
function innerFolders(folder) {
  return Object.keys(LIB_FOLDERS)
    .filter((other) => other.startsWith(`${folder}/`))
    .map((other) => `^lib/${other}[./]`);
}

/** The document names a model by the port's own type. */
function typeLeaves(folder) {
  return folder === "comparison" ? TYPE_LEAVES : [];
}

const singleImporterRules = Object.entries(SINGLE_IMPORTERS).map(([name, importer]) => ({
  name: `single-importer-${name.replace(/\W+/g, "-").replace(/^-/, "")}`,
  comment: `${name} is imported in one place.`,
  severity: "error",
  from: { pathNot: [importer, "^bench/", TEST] },
  to: { path: packagePath(name) },
}));

export default {
  forbidden: [
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "base-imports-zod-only",
      comment: "lib/base is the leaf: zod and nothing else.",
      severity: "error",
      from: { path: "^lib/base/", pathNot: [TEST, SERVER] },
      to: { pathNot: ["^lib/base/", packagePath("zod")] },
    },
    {
      name: "pure-lib",
      comment: "What is not *.server.ts runs in a browser as well: no SDK, no node:, no React.",
      severity: "error",
      from: { path: "^lib/", pathNot: [TEST, SERVER] },
      to: { pathNot: ["^(lib|prompts|components|app)/", ...PURE_PACKAGES.map(packagePath)] },
    },
    {
      name: "server-files-stay-on-the-server",
      comment: "*.server.ts is imported by app, by other *.server.ts and by tests, scripts and bench.",
      severity: "error",
      from: { path: "^(lib|components)/", pathNot: [TEST, SERVER] },
      to: { path: SERVER },
    },
    {
      name: "lib-knows-no-face",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(components|app)/" },
    },
    {
      name: "components-know-no-app",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "components-stay-in-the-browser",
      severity: "error",
      from: { path: "^components/", pathNot: TEST },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "ui-has-no-domain-words",
      comment: "components/ui knows nothing of prompts and runs.",
      severity: "error",
      from: { path: "^components/ui/", pathNot: TEST },
      to: { path: "^(lib/(?!base/)|components/(?!ui/)|prompts/)" },
    },
    {
      name: "tests-are-imported-by-tests",
      severity: "error",
      from: { path: "^(app|components|lib|prompts)/", pathNot: TEST },
      to: { path: [TEST, "^(e2e|bench|scripts)/"] },
    },
    {
      name: "development-packages-stay-out",
      comment: "What the app imports when it runs is in dependencies.",
      severity: "error",
      from: { path: "^(app|components|lib|prompts)/", pathNot: TEST },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "services-are-asked-by-routes",
      comment: "The composition root sees everything, so nothing below it may see the composition root.",
      severity: "error",
      from: { path: "^lib/", pathNot: ["^lib/http/", TEST] },
      to: { path: "^lib/services\\.server\\.ts$" },
    },
    {
      name: "runs-know-no-provider",
      comment:
        "The engine works with the port's types; start and prepare are where a run meets its providers.",
      severity: "error",
      from: { path: "^lib/runs/", pathNot: ["^lib/runs/(prepare|start)\\.server\\.ts$", TEST] },
      to: { path: "^lib/providers/.*\\.server\\.ts$" },
    },
    ...libFolderRules,
    ...singleImporterRules,
  ],
  options: {
    // TypeScript 7 has no API that dependency-cruiser could use; swc parses the same files, type imports included.
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "node", "default", "types"],
    },
  },
};
