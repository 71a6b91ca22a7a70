/** The colour of a side: cool is Before, warm is After. */
export type SideTone = "cool" | "warm";

export const TONE_TEXT: Record<SideTone, string> = { cool: "text-before", warm: "text-after" };
export const TONE_RULE: Record<SideTone, string> = { cool: "border-t-before", warm: "border-t-after" };
export const TONE_DOT: Record<SideTone, string> = { cool: "bg-before", warm: "bg-after" };
