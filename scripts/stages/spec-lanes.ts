import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Test files that measure times: nothing else may run beside them. */
export const TIMED_SPECS = /(durable|first-load|instances|judge|runs)\.spec\.ts$/;

/** A test file of the browser and how long it is. */
export interface Spec {
  file: string;
  bytes: number;
}

/** The test files of a folder that may run beside each other. */
export async function journeySpecs(folder: string): Promise<Spec[]> {
  const names = (await readdir(folder)).filter(
    (name) => name.endsWith(".spec.ts") && !TIMED_SPECS.test(name),
  );
  return Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      return { file, bytes: (await stat(file)).size };
    }),
  );
}

/**
 * Deals the files to so many lanes that take about as long as each other. How long a file takes follows its length
 * closely enough: the longest first, each to the lane that has least.
 */
export function lanesOf(specs: readonly Spec[], count: number): string[][] {
  const lanes = Array.from({ length: count }, () => ({ files: [] as string[], bytes: 0 }));
  for (const { file, bytes } of specs.toSorted((one, other) => other.bytes - one.bytes)) {
    const lane = lanes.reduce((least, each) => (each.bytes < least.bytes ? each : least));
    lane.files.push(file);
    lane.bytes += bytes;
  }
  return lanes.map(({ files }) => files).filter((files) => files.length > 0);
}
