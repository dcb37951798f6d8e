import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Transaction } from "@/db/client";
import type { AuditKind } from "@/db/enums";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

export type OpenedAudit = { auditId: string; versionId: string; isNew: boolean };

type OpenAuditInput = {
  transaction: Transaction;
  taskId: string;
  kind?: AuditKind;
  /** Null: the machine opens it. */
  auditorId: string | null;
};

/**
 * Opens a task's audit by the campaign's latest published scorecard, or gives the one that is open already: of any number of people and machines
 * that do so at once, all get the same. Throws a conflict with `details.reason` no_scorecard where nothing is published. Rights are the caller's to check.
 */
export async function openAudit({ transaction, taskId, kind = "quality", auditorId }: OpenAuditInput): Promise<OpenedAudit> {
  const [opened] = await transaction.execute<{ auditId: string; versionId: string }>(sql`
    insert into audits (id, kind, task_id, version_id, campaign_id, operator_id, contact_at, contact_on, auditor_id, passing_score)
    select ${v7()}, ${kind}, tasks.id, versions.id, tasks.campaign_id, tasks.operator_id, tasks.started_at,
      (tasks.started_at at time zone coalesce(campaigns.time_zone, ${env.TIME_ZONE}))::date, ${auditorId}, campaigns.passing_score
    from tasks join campaigns on campaigns.id = tasks.campaign_id
      join scorecards on scorecards.campaign_id = campaigns.id
      join lateral (
        select id from scorecard_versions where scorecard_id = scorecards.id and number is not null order by number desc limit 1
      ) as versions on true
    where tasks.id = ${taskId} for no key update of tasks
    on conflict do nothing returning id as "auditId", version_id as "versionId"`);
  if (opened) return { ...opened, isNew: true };
  // A statement of its own, so that it sees what the first one waited for.
  const [known] = await transaction.execute<{ auditId: string; versionId: string }>(sql`
    select id as "auditId", version_id as "versionId" from audits
    where task_id = ${taskId} and kind = ${kind} and (kind = 'quality' or auditor_id = ${auditorId})`);
  if (known) return { ...known, isNew: false };
  throw new AppError("conflict", "The campaign has no published scorecard: publish one, and its calls can be audited.", {
    details: { reason: "no_scorecard" },
  });
}
