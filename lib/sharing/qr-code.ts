import { encode } from "uqr";

/** Quiet zone around the code, in modules: what the standard asks for. */
const BORDER = 4;

export interface QrCode {
  /** Modules along one side, quiet zone included. */
  size: number;
  /** SVG path of the dark modules, one unit a module. */
  path: string;
}

/** A text, such as a link, as a QR code. Throws when it is longer than a code can hold (about 2 KB). */
export function qrCodeOf(text: string): QrCode {
  const { size, data } = encode(text, { ecc: "M", border: BORDER });
  return { size, path: data.flatMap(rowPath).join("") };
}

/** One rectangle for each run of dark modules. */
function rowPath(row: readonly boolean[], y: number): string[] {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x += 1;
    const width = x - from + 1;
    runs.push(`M${from} ${y}h${width}v1h-${width}z`);
  }
  return runs;
}
