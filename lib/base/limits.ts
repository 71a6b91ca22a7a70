/** Every bound of the product, with its unit and its reason. */

/** Body of POST /api/runs and other JSON bodies, bytes. Counted while it arrives, never truncated. */
export const JSON_BODY_BYTES = 2 * 1024 * 1024;
/** One prompt field, characters. A pasted 300 KB prompt is legal; the model's window is checked separately. */
export const PROMPT_CHARS = 1_000_000;
/** All prompts of one run with their variables filled in, characters. */
export const RUN_PROMPT_CHARS = 32_000_000;
/** All outputs of one run, characters: beyond it further samples are cut. */
export const RUN_OUTPUT_CHARS = 32_000_000;
/** Runs that one browser may have open at once on a hosted server. */
export const OPEN_RUNS = 8;
/** Idempotency keys that are remembered at once. */
export const REMEMBERED_KEYS = 10_000;
/** Short fields such as a role, a tone or a label, characters. */
export const SHORT_TEXT_CHARS = 10_000;
/** What the history calls a run. */
export const TITLE_CHARS = 200;
/** One output, bytes of text: beyond it the upstream call is cancelled and the sample is marked "cut". */
export const OUTPUT_CHARS = 1_000_000;
export const MAX_VARIANTS = 6;
export const MAX_CASES = 200;
export const MAX_SAMPLES = 20;
/** variants × cases × samples of one run. */
export const MAX_CALLS = 1_000;
export const MAX_CONSTRAINTS = 40;
/** Few-shot examples of one prompt. */
export const MAX_EXAMPLES = 20;
export const MAX_CHECKS = 100;
/** Calls at once within one run. */
export const RUN_CONCURRENCY = 8;
/** How long an abandoned run goes on before it is cancelled, ms. A reload comes back within it. */
export const ABANDONED_GRACE_MS = 10_000;
/** How long a finished run can be read again from memory, ms. */
export const FINISHED_RUN_KEPT_MS = 30 * 60_000;
/** One file that is read in, bytes. */
export const IMPORT_BYTES = 5 * 1024 * 1024;
/** The same for YAML, whose reader is many times slower than the others. */
export const IMPORT_YAML_BYTES = 1024 * 1024;
/** Rows, lines or entries of one list in a file that is read in. */
export const IMPORT_RECORDS = 10_000;
/** Objects and lists inside each other in such a file. */
export const IMPORT_DEPTH = 20;
