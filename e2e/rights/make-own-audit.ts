import { makePublishedVersion } from "./make-published-version";
import type { Given } from "./rights";

export type OwnAudit = { auditId: string; criterionId: string };

/** A completed audit of something by the campaign's operator that was entered by hand, whose one question the machine has answered. */
export async function makeOwnAudit(given: Given): Promise<OwnAudit> {
  const { campaignId, operatorId, database } = given;
  const { versionId, criterionId } = await makePublishedVersion(given);
  const [audit] = await database<{ id: string }[]>`
    insert into audits (id, version_id, campaign_id, operator_id, contact_at, contact_on, status, score, passing_score, completed_at)
    values (gen_random_uuid(), ${versionId}, ${campaignId}, ${operatorId}, now(), current_date, 'completed', 0, 80, now()) returning id`;
  const auditId = audit?.id ?? "";
  await database`
    insert into audit_answers (audit_id, criterion_id, answer, answered_at, machine_answer, machine_source)
    values (${auditId}, ${criterionId}, 'fails', now(), 'fails', 'rule')`;
  return { auditId, criterionId };
}

/** A dispute of such an audit by the agent whose it is. Returns its id. */
export async function makeOwnDispute(given: Given): Promise<string> {
  const { auditId, criterionId } = await makeOwnAudit(given);
  const [dispute] = await given.database<{ id: string }[]>`
    insert into disputes (id, audit_id, criterion_id, reason, opened_by, due_at, disputed_answer)
    values (gen_random_uuid(), ${auditId}, ${criterionId}, 'I did', ${given.visitorIds.ownAgent}, now() + interval '1 day', 'fails') returning id`;
  return dispute?.id ?? "";
}
