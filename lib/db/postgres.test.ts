import { startPostgres, type TestPostgres } from "./postgres.fixture.ts";
import { storageContract } from "./storage.contract.ts";

let postgres: TestPostgres;

storageContract({
  name: "Postgres",
  async start() {
    postgres = await startPostgres();
  },
  fresh: async () => ({ dataDir: "unused", databaseUrl: await postgres.newDatabase() }),
  stop: () => postgres.stop(),
});
