import path from "node:path";
import type { Sql } from "postgres";
import { env } from "@/lib/env";
import { openInstallation } from "@/lib/installation/open-installation";

/** An installation of the benchmark's own, with an API key and a campaign that takes calls from Anura. */
export type BenchInstallation = {
  dataDir: string;
  sql: Sql;
  apiKey: string;
  campaignId: number;
  /** Seconds of processor time of PostgreSQL so far, with all its processes. */
  databaseTime: () => Promise<number>;
  close: () => Promise<void>;
};

/** Opens the installation under DATA_DIR, which holds the embedded PostgreSQL until `close`. */
export async function openBenchInstallation(): Promise<BenchInstallation> {
  const installation = await openInstallation();
  // Loaded now, since they connect to the database that was just found.
  const { closeDatabase, sqlClient } = await import("@/db/client");
  const { findServer } = await import("@/db/embedded/server-process");
  const { createApiKey } = await import("@/lib/api-keys/create-api-key");
  const { createCampaign } = await import("@/lib/campaigns/create-campaign");
  const { processorTime } = await import("./processor-time");
  const { key } = await createApiKey({ actor: "system", name: "Benchmark" });
  const { id } = await createCampaign({ actor: "system", name: "Benchmark", source: "anura" });
  return {
    dataDir: env.DATA_DIR,
    sql: sqlClient,
    apiKey: key,
    campaignId: id,
    databaseTime: async () => {
      const server = await findServer(path.join(env.DATA_DIR, "postgres"));
      if (!server) throw new Error("PostgreSQL is gone.");
      return processorTime(server.pid, { withChildren: true });
    },
    close: async () => {
      await closeDatabase();
      await installation.close();
    },
  };
}
