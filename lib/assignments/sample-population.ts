import { type SQL, sql } from "drizzle-orm";
import type { AuditKind } from "@/db/enums";
import { samples } from "@/db/schema";

/** Which calls a sample is drawn from, as they stood at a moment. */
export type Population = {
  campaignId: number;
  /** Days in this time zone, both included. */
  timeZone: string;
  startsOn: string;
  endsOn: string;
  kind: AuditKind;
  auditorIds: string[];
  /** What happened later is not known of, so that a draw can be made again. */
  at: Date;
  /** The sample that was drawn then: its own calls were there to draw, whatever became of them. */
  sampleId: string | null;
};

/**
 * The calls of some days that have a recording, written down or not, as a query with task_id, operator_id, is_audited, is_assigned and is_drawable. For quality a call can be
 * drawn that no person audited and nobody was given; for calibration one that is in no other and that none of the auditors has audited.
 */
export function populationQuery({ campaignId, timeZone, startsOn, endsOn, kind, auditorIds, at, sampleId }: Population): SQL {
  const moment = sql.param(at, samples.createdAt);
  const auditors = sql`any(${sql.param(auditorIds)}::uuid[])`;
  const isKnownToAuditor = sql`coalesce(audited.auditor_id = ${auditors} or audited.completed_by = ${auditors}, false)`;
  const isTaken = kind === "quality" ? sql`audited.task_id is not null` : isKnownToAuditor;
  return sql`
    select tasks.id as task_id, tasks.operator_id, audited.task_id is not null as is_audited, assigned.task_id is not null as is_assigned,
      own.task_id is not null or (assigned.task_id is null and not (${isTaken})) as is_drawable
    from tasks
      left join (select distinct task_id from assignments where sample_id = ${sampleId}::uuid) as own on own.task_id = tasks.id
      left join (
        select task_id, auditor_id, completed_by from audits
        where campaign_id = ${campaignId} and kind = 'quality' and completed_by is not null and completed_at <= ${moment}
      ) as audited on audited.task_id = tasks.id
      left join (
        select distinct assignments.task_id from assignments join samples on samples.id = assignments.sample_id
        where samples.campaign_id = ${campaignId} and samples.kind = ${kind} and samples.id is distinct from ${sampleId}::uuid
          and assignments.created_at <= ${moment}
      ) as assigned on assigned.task_id = tasks.id
    where tasks.campaign_id = ${campaignId} and tasks.created_at <= ${moment}
      and tasks.started_at >= ${startsOn}::date::timestamp at time zone ${timeZone}
      and tasks.started_at < (${endsOn}::date + 1)::timestamp at time zone ${timeZone}`;
}
