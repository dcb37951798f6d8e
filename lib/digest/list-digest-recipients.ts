import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { digestWeek } from "./digest-week";

/** The week, and who is still to get its digest: `user:` with an id, or `address:` with an address that belongs to nobody here. */
export type DigestRecipients = { week: string; recipients: string[] };

/**
 * Who is to get this week's digest and did not yet: supervisors of a campaign and whoever else chose so, and the addresses of campaigns'
 * supervisors that belong to no account. Who is disabled, or has not come in yet, gets none, nor does their address.
 */
export async function listDigestRecipients({ now = new Date() }: { now?: Date } = {}): Promise<DigestRecipients> {
  const week = digestWeek(now);
  const rows = await db.execute<{ recipient: string }>(sql`
    select recipient from (
      select 'user:' || id as recipient from users
      where disabled_at is null and password_hash is not null and (
        role = 'admin' and receives_digest
        or role = 'supervisor' and receives_digest is not false and exists (select from user_campaigns where user_id = users.id))
      union
      select 'address:' || lower(address) from campaigns cross join unnest(supervisor_emails) as named(address)
      where archived_at is null and not exists (select from users where email = lower(address))
    ) as wanted
    where not exists (select from digest_sends where week = ${week} and digest_sends.recipient = wanted.recipient and outcome is not null)
    order by recipient`);
  return { week, recipients: rows.map(({ recipient }) => recipient) };
}
