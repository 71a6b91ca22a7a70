/** Everything that compiles, recognises, checks and runs. Types are free; the code is loaded when it is needed. */
export type Engine = typeof import("./engine-core.ts").engine;

let loading: Promise<Engine> | null = null;

export function loadEngine(): Promise<Engine> {
  loading ??= import("./engine-core.ts").then(
    ({ engine }) => engine,
    (error: unknown) => {
      // A new deployment may have replaced the file; the next call asks again.
      loading = null;
      throw error;
    },
  );
  return loading;
}
