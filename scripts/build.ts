/** `npm run build`: builds the app whether or not it has been built. */
import { buildApp } from "./app-build.ts";
import { endWithNpm } from "./end-with-npm.ts";

endWithNpm();
process.exitCode = (await buildApp({ show: true })).code;
