import { z } from "zod";
import { markedLinesWith } from "../code-fence.ts";
import { COUNT_FIELDS, countChip, countFinding, countShape } from "../count.ts";
import { matchSpans } from "../match-spans.ts";
import type { ConstraintKind } from "../types.ts";

const schema = z.strictObject({
  kind: z.literal("placeholders"),
  not: z.boolean().optional(),
  ...countShape,
});

/** "[name]": something in square brackets on one line that is neither a link nor the box of a task. */
const PLACEHOLDER = /[[［](?![ xX][\]］])(?=\s*[^\s\][［］])[^\][［］\n]*[\]］](?!\()/gu;

/** In code, what follows a name is its index. */
const IN_CODE = new RegExp(`(?<![\\w)\\]])${PLACEHOLDER.source}`, PLACEHOLDER.flags);

const OPENING = /[[［]/g;

export const placeholders: ConstraintKind<typeof schema> = {
  kind: "placeholders",
  label: "Placeholders",
  schema,
  negatable: true,
  draft: { kind: "placeholders", op: "at-least", n: 3 },
  fields: COUNT_FIELDS,
  chip: (value) => countChip(value, "placeholder", "placeholders"),
  phrase: (value) =>
    `Use ${countChip(value, "placeholder", "placeholders")} in square brackets, such as [address].`,
  check(value, text) {
    const spans = markedLinesWith(text, OPENING).flatMap((line) =>
      matchSpans(line.role === "code" ? IN_CODE : PLACEHOLDER, line.text, line.start),
    );
    return countFinding(value, spans.length, "placeholder", "placeholders", spans);
  },
};
