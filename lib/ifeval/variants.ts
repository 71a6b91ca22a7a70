import { strip } from "./python.ts";

/**
 * The eight texts of the loose reading, as the paper's evaluator makes them: as it is, without its first line,
 * without its last, without both, each also without asterisks. Blank ones are left out.
 */
export function responseVariants(response: string): string[] {
  const lines = response.split("\n");
  const cuts = [
    response,
    strip(lines.slice(1).join("\n")),
    strip(lines.slice(0, -1).join("\n")),
    strip(lines.slice(1, -1).join("\n")),
  ];
  const all = [...cuts, ...cuts.map((cut) => cut.replaceAll("*", ""))];
  return [...new Set(all)].filter((variant) => strip(variant) !== "");
}
