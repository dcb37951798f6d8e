import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { NotificationChannel } from "@/db/notifications";

const CHANNEL: NotificationChannel = "campaigns_changed";

/** Tells every process that a campaign or its source changed, when and only when the transaction commits. */
export async function notifyCampaignChanged(transaction: Transaction, id: number): Promise<void> {
  await transaction.execute(sql`select pg_notify(${CHANNEL}, ${String(id)})`);
}
