import type { z } from "zod";

/** Reads JSON lines. @throws Error with the number of the line that is not what it should be */
export function readLines<Schema extends z.ZodType>(text: string, schema: Schema): z.infer<Schema>[] {
  return text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, number }) => {
      const parsed = schema.safeParse(parse(line, number));
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      throw new Error(`line ${number}: ${[...(issue?.path ?? []).map(String), issue?.message].join(": ")}`);
    });
}

function parse(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`line ${number}: this is not JSON`);
  }
}
