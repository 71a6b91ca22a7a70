import { AppError } from "#lib/base/errors.ts";
import { exportFileName } from "#lib/sharing/exports/file-name.ts";
import type { ExportFormat } from "#lib/sharing/exports/types.ts";
import type { Snapshot } from "#lib/sharing/snapshot.ts";
import { drawPicture } from "./draw-picture.ts";

/** Makes a file and hands it to the person. Never throws: what goes wrong is a sentence. */
export async function exportFile(
  format: ExportFormat,
  take: () => Snapshot,
): Promise<{ name: string; leftOut: string[] } | { problem: string }> {
  const name = exportFileName(format.extension, new Date());
  try {
    const snapshot = take();
    if (format.kind === "picture") {
      download(await drawPicture((measure) => format.lay(snapshot, measure)), name);
      return { name, leftOut: [] };
    }
    const { text, leftOut } = format.write(snapshot);
    download(new Blob([text], { type: `${format.mediaType};charset=utf-8` }), name);
    return { name, leftOut };
  } catch (error) {
    return {
      problem:
        error instanceof AppError
          ? error.message
          : "The file could not be made. Try another format, or fewer answers.",
    };
  }
}

function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
