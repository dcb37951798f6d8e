import { sqlClient } from "@/db/client";
import type { Source, UnauthorizedReason } from "@/db/enums";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Viewer } from "@/lib/auth/viewer";

/** Requests that were turned away alike: from the same address, with the same key, for the same reason. */
export type UnauthorizedGroup = {
  source: Source;
  reason: UnauthorizedReason;
  /** Empty where no key was sent. */
  keyLast4: string;
  /** `many` stands for more addresses than were told apart. */
  remoteAddress: string;
  count: number;
  firstAt: Date;
  lastAt: Date;
  /** Requests in each hour, or each day where more than two days are asked for; those without any are left out. */
  periods: { at: Date; count: number }[];
};

export type UnauthorizedRequests = {
  groups: UnauthorizedGroup[];
  /** All requests looked through, those of groups that are not shown included. */
  totalCount: number;
  groupCount: number;
  /** There were more than are looked through: these are the newest. */
  isCut: boolean;
};

type ListUnauthorizedRequestsInput = { viewer: Viewer; days: number; timeZone: string };

/** A flood of made-up keys fills many rows an hour; nobody reads more groups than these. */
const MAX_ROWS = 50_000;
const MAX_GROUPS = 100;
const HOURLY_UP_TO_DAYS = 2;

/** Requests without a valid key of the last days, counted by who sent them, the latest first. Admins only; at most a hundred groups. */
export async function listUnauthorizedRequests({ viewer, days, timeZone }: ListUnauthorizedRequestsInput): Promise<UnauthorizedRequests> {
  requireAdmin(viewer);
  const period = days <= HOURLY_UP_TO_DAYS ? "hour" : "day";
  const [result] = await sqlClient<{ groups: UnauthorizedGroup[]; totalCount: number; groupCount: number; isCut: boolean }[]>`
    with newest as (
      select * from unauthorized_requests where hour >= now() - ${days} * interval '1 day' order by hour desc limit ${MAX_ROWS + 1}
    ), by_period as (
      select source, reason, key_last4, remote_address, date_trunc(${period}, hour, ${timeZone}) as at, sum(count)::int as count,
        min(hour) as first_at, max(last_at) as last_at
      from newest group by 1, 2, 3, 4, 5
    ), by_sender as (
      select source, reason, key_last4 as "keyLast4", remote_address as "remoteAddress", sum(count)::int as count,
        min(first_at) as "firstAt", max(last_at) as "lastAt", json_agg(json_build_object('at', at, 'count', count) order by at) as periods
      from by_period group by 1, 2, 3, 4
    )
    select (select coalesce(json_agg(shown), '[]') from (select * from by_sender order by "lastAt" desc limit ${MAX_GROUPS}) as shown) as groups,
      (select coalesce(sum(count), 0)::int from by_sender) as "totalCount",
      (select count(*)::int from by_sender) as "groupCount",
      (select count(*) > ${MAX_ROWS} from newest) as "isCut"`;
  if (!result) return { groups: [], totalCount: 0, groupCount: 0, isCut: false };
  const groups = result.groups.map((group) => ({
    ...group,
    firstAt: new Date(group.firstAt),
    lastAt: new Date(group.lastAt),
    periods: group.periods.map(({ at, count }) => ({ at: new Date(at), count })),
  }));
  return { ...result, groups };
}
