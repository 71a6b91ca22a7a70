import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { storageContract } from "./storage.contract.ts";

const folders: string[] = [];

storageContract({
  name: "SQLite",
  start: async () => {},
  async fresh() {
    const dataDir = await mkdtemp(path.join(tmpdir(), "afterprompt-sqlite-"));
    folders.push(dataDir);
    return { dataDir, databaseUrl: null };
  },
  async stop() {
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
  },
});
