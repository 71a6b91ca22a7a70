/** What keeps the storage from being opened, restored or used. */
export type StorageProblem =
  /** Another process has the file. */
  | "in-use"
  /** A newer version of the app wrote the database. */
  | "newer"
  /** A migration is not what it was when it was applied. */
  | "changed"
  /** The folder, the file or the server cannot be used. */
  | "unusable"
  /** A backup is damaged or was not made by this app. */
  | "bad-backup"
  /** What would be overwritten is not empty. */
  | "not-empty";

/** A sentence for the operator: what is wrong and what to do. It never repeats an address or a password. */
export class StorageError extends Error {
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, message: string, options: { cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "StorageError";
    this.problem = problem;
  }
}
