import { z } from "zod";
import { lines } from "./kinds/lines.ts";

/** To add a kind: its file, one line here, its test. The order is the order of the "Add constraint" list. */
const KINDS = { lines } as const;

export const constraintSchema = z.discriminatedUnion("kind", [KINDS.lines.schema]);
