/** `npm test`: everything that must hold. Ends with `N passed, N failed`. */

import { endWithNpm } from "./end-with-npm.ts";
import { runStages } from "./stages/run-stages.ts";
import { ALL_STAGES } from "./stages/stages.ts";

/** A bound for what hangs, not a measure. */
const DEADLINE_MS = 20 * 60_000;

endWithNpm();
process.exitCode = await runStages(ALL_STAGES, DEADLINE_MS);
