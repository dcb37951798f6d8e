import { expect, test } from "vitest";
import { sqlClient } from "./client";
import { migrateDatabase } from "./migrate";

test("migrating twice at once leaves one schema and a partitioned deliveries table", async () => {
  const url = process.env.DATABASE_URL ?? "";
  await Promise.all([migrateDatabase(url), migrateDatabase(url)]);
  const [row] = await sqlClient`select relkind from pg_class where relname = 'deliveries'`;
  expect(row?.relkind).toBe("p");
});
