import { sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import type { NotificationChannel } from "@/db/notifications";

const CHANNEL: NotificationChannel = "job_changed";

/** Tells the pages of whoever ordered a job that it has moved. */
export async function notifyJobChanged(executor: Database | Transaction, job: { id: string; requestedBy: string }): Promise<void> {
  await executor.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ id: job.id, userId: job.requestedBy })})`);
}
