/** `npm test`: everything that must hold. Ends with `N passed, N failed`. */

import { endWithNpm } from "./end-with-npm.ts";
import { runStages } from "./stages/run-stages.ts";
import { ALL_STAGES } from "./stages/stages.ts";

/** A bound for what hangs: on two cores all of it takes a little under twenty minutes. */
const DEADLINE_MS = 30 * 60_000;

endWithNpm();
process.exitCode = await runStages(ALL_STAGES, DEADLINE_MS);
