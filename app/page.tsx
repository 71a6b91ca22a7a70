import { comparisonSchema } from "#lib/comparison/schema.ts";

export default function Page() {
  return <main>{comparisonSchema.def.type}</main>;
}
