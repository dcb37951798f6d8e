import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, inject } from "vitest";
import { cloneDatabase } from "./clone-database";

// Before the test file is loaded, so that lib/env.ts and db/client.ts see the file's own database and folder.
process.env.DATABASE_URL = await cloneDatabase(inject("templateDatabaseUrl"));
process.env.DATA_DIR = await mkdtemp(path.join(tmpdir(), "auditoria-data-"));

afterAll(async () => {
  const { closeDatabase } = await import("../client");
  await closeDatabase();
  await rm(process.env.DATA_DIR ?? "", { recursive: true, force: true });
});
