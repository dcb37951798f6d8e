import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { NotificationChannel } from "@/db/notifications";

const CHANNEL: NotificationChannel = "connections_changed";

/** Tells every process that a connection or what it maps changed, when and only when the transaction commits. */
export async function notifyConnectionChanged(transaction: Transaction): Promise<void> {
  await transaction.execute(sql`select pg_notify(${CHANNEL}, '')`);
}
