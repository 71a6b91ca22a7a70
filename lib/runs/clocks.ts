import { capabilitiesOf } from "#lib/providers/capabilities.ts";
import type { Clocks, ModelRef } from "#lib/providers/types.ts";

const CLOCKS: Clocks = { headersMs: 30_000, firstTokenMs: 60_000, idleMs: 30_000, totalMs: 600_000 };
/** A reasoning model thinks before its first token. */
const REASONING_CLOCKS: Clocks = { ...CLOCKS, headersMs: 120_000, firstTokenMs: 120_000 };

/** How long a silent model is waited for. */
export function clocksFor({ provider, model }: ModelRef): Clocks {
  return capabilitiesOf(provider, model).reasoning ? REASONING_CLOCKS : CLOCKS;
}
