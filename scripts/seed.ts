/**
 * `npm run seed -- --tasks N --deliveries N`: fills the installation of DATA_DIR with made-up calls and deliveries, so that one sees how it works
 * with many. An installation that has received something is left alone, unless `--force` says otherwise. Takes minutes for millions.
 */
import { parseArgs } from "node:util";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { withInstallation } from "./admin/with-installation";
import { explainFailure } from "./serving/explain-failure";

const DEFAULT_TASKS = "1000000";
const DEFAULT_DELIVERIES = "2000000";
const MAX_DAYS = 365;
const CAMPAIGNS = 60;

const { values } = parseArgs({
  options: {
    tasks: { type: "string", default: DEFAULT_TASKS },
    deliveries: { type: "string", default: DEFAULT_DELIVERIES },
    force: { type: "boolean", default: false },
  },
});
try {
  const [tasks, deliveries] = [wholeNumberOf("tasks"), wholeNumberOf("deliveries")];
  await withInstallation(() => seed({ tasks, deliveries }));
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
}

async function seed({ tasks, deliveries }: { tasks: number; deliveries: number }): Promise<void> {
  const { sqlClient: sql } = await import("@/db/client");
  const { seedTasks } = await import("@/bench/harness/seed-tasks");
  const { seedDeliveries } = await import("@/bench/harness/seed-deliveries");
  const [received] = await sql`select from deliveries limit 1`;
  if (received && !values.force)
    throw new AppError("conflict", `${env.DATA_DIR} has received deliveries already. --force adds the made-up ones to them.`);
  const startedAt = performance.now();
  const campaignIds = tasks > 0 ? await seedTasks({ sql, count: tasks }) : await makeCampaigns();
  await sql`insert into campaign_sources (campaign_id, source) select unnest(${campaignIds}::int[]), 'anura' on conflict do nothing`;
  // What is older than deliveries are kept for would be deleted within the hour.
  const days = Math.min(MAX_DAYS, env.DELIVERY_RETENTION_DAYS);
  if (deliveries > 0) await seedDeliveries({ sql, count: deliveries, days, campaignIds });
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  console.log(`Made ${tasks} tasks over two years and ${deliveries} deliveries over ${days} days in ${seconds} s, in ${env.DATA_DIR}.`);

  async function makeCampaigns(): Promise<number[]> {
    const made = await sql<{ id: number }[]>`
      insert into campaigns (name) select 'Campaign ' || n from generate_series(1, ${CAMPAIGNS}) n returning id`;
    return made.map(({ id }) => id);
  }
}

function wholeNumberOf(name: "tasks" | "deliveries"): number {
  if (/^\d{1,8}$/.test(values[name])) return Number(values[name]);
  throw new AppError("invalid", `--${name} must be a whole number, not ${JSON.stringify(values[name])}.`);
}
