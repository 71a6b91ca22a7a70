import { z } from "zod";
import { markedLinesFrom } from "../code-fence.ts";
import { COUNT_FIELDS, type Count, countChip, countFinding, countShape } from "../count.ts";
import { itemMarker, MAY_START_ITEM } from "../list-item.ts";
import type { ConstraintKind, Span } from "../types.ts";

const marker = z.enum(["any", "-", "*", "•", "1."]);
type Marker = z.infer<typeof marker>;

const schema = z.strictObject({
  kind: z.literal("bullets"),
  not: z.boolean().optional(),
  ...countShape,
  /** "any" is any bullet sign; "1." is a numbered list. */
  marker: marker.optional(),
});

/** List items at any depth, outside code. */
function items(text: string, wanted: Marker): Span[] {
  return markedLinesFrom(text, MAY_START_ITEM)
    .filter((line) => line.role === "text" && fits(itemMarker(line.text), wanted))
    .map(({ start, end }) => ({ start, end }));
}

function fits(found: string | null, wanted: Marker): boolean {
  return wanted === "any" ? found !== null && found !== "1." : found === wanted;
}

function nouns(value: { marker?: Marker | undefined }): [one: string, many: string] {
  return value.marker === "1." ? ["numbered point", "numbered points"] : ["bullet point", "bullet points"];
}

function chip(value: Count & { marker?: Marker | undefined }): string {
  const sign =
    value.marker === undefined || value.marker === "any" || value.marker === "1." ? "" : value.marker;
  return `${countChip(value, ...nouns(value))}${sign === "" ? "" : ` marked with “${sign}”`}`;
}

export const bullets: ConstraintKind<typeof schema> = {
  kind: "bullets",
  label: "Bullet points",
  schema,
  negatable: true,
  draft: { kind: "bullets", op: "exactly", n: 3 },
  fields: [
    ...COUNT_FIELDS,
    {
      name: "marker",
      type: "choice",
      label: "Sign",
      options: [
        { value: "any", label: "any bullet" },
        { value: "-", label: "-" },
        { value: "*", label: "*" },
        { value: "•", label: "•" },
        { value: "1.", label: "numbers" },
      ],
    },
  ],
  chip,
  phrase: (value) => `Use ${chip(value)}.`,
  check(value, text) {
    const spans = items(text, value.marker ?? "any");
    return { ...countFinding(value, spans.length, ...nouns(value), spans), asked: chip(value) };
  },
};
