/** A number as its decimal digits and a power of ten, exactly as it is written: 12.5 is 125 and -1. */
function decimal(value: number): { digits: bigint; power: number } {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), power: Number(exponent) - fraction.length };
}

/** Whether the one is a whole number of times the other, as written: 0.3 is a multiple of 0.1, 1000000000.5 none of 1. */
export function isMultiple(value: number, of: number): boolean {
  if (!Number.isFinite(value) || !Number.isFinite(of) || of === 0) return false;
  const [one, other] = [decimal(value), decimal(of)];
  const power = Math.min(one.power, other.power);
  const scaled = ({ digits, power: own }: { digits: bigint; power: number }) =>
    digits * 10n ** BigInt(own - power);
  return scaled(one) % scaled(other) === 0n;
}
