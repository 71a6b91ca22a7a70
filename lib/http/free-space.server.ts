import "server-only";
import { statfs } from "node:fs/promises";

/** Below this share of free space a disk counts as full. */
const LEAST_FREE = 0.05;

/** Whether the disk of a folder has room for more. Rejects when there is no such folder. */
export async function hasRoom(
  folder: string,
  look: (folder: string) => Promise<{ bavail: number; blocks: number }> = statfs,
): Promise<boolean> {
  const { bavail, blocks } = await look(folder);
  // Some file systems do not say how large they are.
  return blocks === 0 || bavail / blocks >= LEAST_FREE;
}
