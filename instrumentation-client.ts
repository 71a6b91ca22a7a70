import { config } from "zod/v4/core";

// Runs before the page does. Schemas would otherwise be compiled with `new Function`, which the policy of the pages
// forbids: each first schema would be one reported violation.
config({ jitless: true });
