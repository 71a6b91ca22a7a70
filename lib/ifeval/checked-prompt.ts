import { ZodError } from "zod";
import { promptSchema } from "./instruction.ts";
import { MAPPINGS } from "./mapping.ts";

/** One line of the input file whose instructions all have what they need, so that judging cannot stop half-way. */
export const checkedPromptSchema = promptSchema.superRefine((line, context) => {
  line.instruction_id_list.forEach((id, index) => {
    try {
      MAPPINGS[id](line.kwargs[index] ?? {});
    } catch (error) {
      context.addIssue({ code: "custom", path: ["kwargs", index], message: `${id}: ${reason(error)}` });
    }
  });
});

function reason(error: unknown): string {
  if (!(error instanceof ZodError)) return error instanceof Error ? error.message : String(error);
  const [issue] = error.issues;
  return `${issue?.path.join(".")}: ${issue?.message}`;
}
