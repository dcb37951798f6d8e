import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startCluster } from "../embedded/cluster";
import { migrateDatabase } from "../migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** postgres:// address of the migrated template database. */
    templateDatabaseUrl: string;
  }
}

/** Starts one PostgreSQL for the whole test run and migrates the template that every test file clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "auditoria-test-"));
  const cluster = await startCluster({ folder, settings: { fsync: "off", full_page_writes: "off", log_statement: "none" } });
  const templateUrl = new URL(cluster.url);
  templateUrl.pathname = "/template_auditoria";
  const admin = postgres(cluster.url, { max: 1 });
  await admin`create database template_auditoria`;
  await admin.end();
  await migrateDatabase(templateUrl.href);
  project.provide("templateDatabaseUrl", templateUrl.href);
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
