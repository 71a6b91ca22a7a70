/** `npm run check`: what holds without a build and without a browser. */

import { endWithNpm } from "./end-with-npm.ts";
import { runStages } from "./stages/run-stages.ts";
import { FAST_STAGES } from "./stages/stages.ts";

const DEADLINE_MS = 10 * 60_000;

endWithNpm();
process.exitCode = await runStages(FAST_STAGES, DEADLINE_MS);
