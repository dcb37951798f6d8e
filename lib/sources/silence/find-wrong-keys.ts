import { sqlClient } from "@/db/client";
import type { Source } from "@/db/enums";
import type { SilenceCause } from "./silence-cause";

const SHOWN = 3;
/** Of a flood of wrong keys, enough to find the one that somebody set up just now. */
const MAX_READ = 2_000;

/** The latest requests to a source within the hour that were turned away for their key. */
export async function findWrongKeys({ source }: { source: Source }): Promise<SilenceCause[]> {
  const rows = await sqlClient<Omit<Extract<SilenceCause, { kind: "wrong_key" }>, "kind">[]>`
    select reason, key_last4 as "keyLast4", remote_address as "remoteAddress", sum(count)::float8 as count, max(last_at) as "lastAt"
    from (
      select * from unauthorized_requests
      where hour in (date_trunc('hour', now()), date_trunc('hour', now()) - interval '1 hour') and source = ${source} limit ${MAX_READ}
    ) as recent
    where last_at > now() - interval '1 hour'
    group by reason, key_last4, remote_address
    order by max(last_at) desc limit ${SHOWN}`;
  return rows.map((row) => ({ kind: "wrong_key", ...row }));
}
