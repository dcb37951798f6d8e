import { parseDate } from "@internationalized/date";
import { sqlClient } from "@/db/client";
import { env } from "@/lib/env";
import type { CampaignDigest, Digest } from "./campaign-digest";

const DAYS = 7;
const MAX_FAILED = 3;

/** Campaigns by number; `all` for admins, who see every one. */
export type DigestScope = number[] | "all";

type BuildDigestInput = {
  scope: DigestScope;
  /** The digest is of the seven days before this one, each in its campaign's time zone. */
  day: string;
  /** The moment at which disputes and assignments are overdue. */
  now?: Date;
};

/** What the last seven days brought in some campaigns, those left out of which there is nothing to say; null where that is all of them. */
export async function buildDigest({ scope, day, now = new Date() }: BuildDigestInput): Promise<Digest | null> {
  const end = parseDate(day);
  const days = { from: end.subtract({ days: DAYS }).toString(), to: end.subtract({ days: 1 }).toString() };
  const before = end.subtract({ days: 2 * DAYS }).toString();
  const rows = await sqlClient<CampaignDigest[]>`
    select c.id as "campaignId", c.name, audited.*, failed.failed, disputed.*, unaudited.*, assigned.*
    from campaigns c
      cross join lateral (
        select zone, (${before}::date::timestamp at time zone zone) as starts_before, (${days.from}::date::timestamp at time zone zone) as starts,
          (${day}::date::timestamp at time zone zone) as ends
        from (select coalesce(c.time_zone, ${env.TIME_ZONE}) as zone) as own
      ) as days
      cross join lateral (
        select (count(*) filter (where completed_at >= starts and completed_by is not null))::int as "personCount",
          (count(*) filter (where completed_at >= starts and completed_by is null))::int as "machineCount",
          (avg(score) filter (where completed_at >= starts))::float8 as "averageScore",
          (avg(score) filter (where completed_at < starts))::float8 as "previousScore",
          (count(*) filter (where completed_at >= starts and has_critical_failure))::int as "criticalCount"
        from audits where campaign_id = c.id and kind = 'quality' and completed_at >= starts_before and completed_at < ends
      ) as audited
      cross join lateral (
        select coalesce(json_agg(json_build_object('question', question, 'failedCount', failed_count, 'answeredCount', answered_count)
            order by failed_count desc, question), '[]') as failed
        from (
          select (array_agg(criteria.question order by criteria.id desc))[1] as question, count(*)::int as answered_count,
            (count(*) filter (where answer = 'fails'))::int as failed_count
          from audits join audit_answers on audit_answers.audit_id = audits.id join criteria on criteria.id = audit_answers.criterion_id
          where audits.campaign_id = c.id and audits.kind = 'quality' and completed_at >= starts and completed_at < ends
            and answer in ('complies', 'fails')
          group by criteria.key having count(*) filter (where answer = 'fails') > 0 order by failed_count desc, question limit ${MAX_FAILED}
        ) as worst
      ) as failed
      cross join lateral (
        select count(*)::int as "openDisputeCount", (count(*) filter (where due_at < ${now}))::int as "overdueDisputeCount"
        from disputes join audits on audits.id = disputes.audit_id where audits.campaign_id = c.id and disputes.status = 'open'
      ) as disputed
      cross join lateral (
        select count(*)::int as "unauditedCount"
        from tasks join transcripts on transcripts.task_id = tasks.id
        where tasks.campaign_id = c.id and tasks.started_at >= starts and tasks.started_at < ends
          and not exists (select from audits where audits.task_id = tasks.id and audits.kind = 'quality' and audits.completed_at is not null)
          and exists (
            select from scorecards join scorecard_versions on scorecard_versions.scorecard_id = scorecards.id
            where scorecards.campaign_id = c.id and number is not null)
      ) as unaudited
      cross join lateral (
        select count(*)::int as "overdueAssignmentCount"
        from samples join assignments on assignments.sample_id = samples.id
        where samples.campaign_id = c.id and completed_at is null and skipped_at is null and due_on < (${now}::timestamptz at time zone zone)::date
      ) as assigned
    where c.archived_at is null and (${scope === "all"} or c.id = any(${scope === "all" ? [] : scope}::int[]))
    order by c.name, c.id`;
  const campaigns = rows.filter(hasNews);
  return campaigns.length === 0 ? null : { days, campaigns };
}

function hasNews(campaign: CampaignDigest): boolean {
  const { personCount, machineCount, openDisputeCount, unauditedCount, overdueAssignmentCount } = campaign;
  return personCount + machineCount + openDisputeCount + unauditedCount + overdueAssignmentCount > 0;
}
