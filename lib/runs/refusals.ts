import { AppError } from "#lib/base/errors.ts";

/** Refuses a list in which two items have the same id. @throws AppError invalid-body */
export function refuseTwins(field: string, items: readonly { id: string }[]): void {
  const seen = new Set<string>();
  items.forEach(({ id }, index) => {
    if (seen.has(id)) {
      throw new AppError("invalid-body", `The id “${id}” is there twice.`, { field: `${field}.${index}.id` });
    }
    seen.add(id);
  });
}

/** Gives an error the field it belongs to. */
export function atField<T>(field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError && error.field === undefined) {
      throw new AppError(error.code, error.message, { field, cause: error });
    }
    throw error;
  }
}
