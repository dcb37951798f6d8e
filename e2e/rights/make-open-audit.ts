import { makePublishedVersion } from "./make-published-version";
import type { Given } from "./rights";

type OpenAudit = { auditId: string; criterionId: string };

/** An audit of the one call that the machine suggests the answer of; `state` says how far people have brought it. */
export async function makeOpenAudit(
  given: Given,
  state: "suggested" | "answered" | "completed" | "validated" = "suggested",
): Promise<OpenAudit> {
  const { database, campaignId, taskId, operatorId, visitorIds } = given;
  const { versionId, criterionId } = await makePublishedVersion(given);
  const [audit] = await database<{ id: string }[]>`
    insert into audits (id, task_id, version_id, campaign_id, operator_id, contact_at, contact_on, passing_score, score)
    values (gen_random_uuid(), ${taskId}, ${versionId}, ${campaignId}, ${operatorId}, now(), current_date, 80, 100) returning id`;
  const auditId = audit?.id ?? "";
  await database`
    insert into audit_answers (audit_id, criterion_id, machine_answer, machine_source) values (${auditId}, ${criterionId}, 'complies', 'model')`;
  if (state === "suggested") return { auditId, criterionId };
  await database`
    update audit_answers set answer = 'complies', answered_by = ${visitorIds.auditor}, answered_at = now() where audit_id = ${auditId}`;
  if (state === "answered") return { auditId, criterionId };
  await database`update audits set status = 'completed', completed_at = now(), completed_by = ${visitorIds.auditor} where id = ${auditId}`;
  if (state === "validated")
    await database`update audits set status = 'validated', validated_at = now(), validated_by = ${visitorIds.admin} where id = ${auditId}`;
  return { auditId, criterionId };
}
