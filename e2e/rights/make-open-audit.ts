import type { Given } from "./rights";

type OpenAudit = { auditId: string; criterionId: string };

/** The campaign's published scorecard with one question, which bears the mark; made once. */
export async function makePublishedScorecard({ mark, campaignId, database }: Given): Promise<{ versionId: string; criterionId: string }> {
  const [known] = await database<{ versionId: string; criterionId: string }[]>`
    select versions.id as "versionId", criteria.id as "criterionId" from scorecards
      join scorecard_versions as versions on versions.scorecard_id = scorecards.id join criteria on criteria.version_id = versions.id
    where scorecards.campaign_id = ${campaignId}`;
  if (known) return known;
  const [version] = await database<{ id: string }[]>`
    with made as (insert into scorecards (id, campaign_id) values (gen_random_uuid(), ${campaignId}) returning id)
    insert into scorecard_versions (id, scorecard_id) select gen_random_uuid(), id from made returning id`;
  const versionId = version?.id ?? "";
  const [criterion] = await database<{ id: string }[]>`
    insert into criteria (id, version_id, key, position, section, question, kind, weight, mode)
    values (gen_random_uuid(), ${versionId}, gen_random_uuid(), 0, 'Opening', ${`Question ${mark}`}, 'yes_no', 100, 'suggested') returning id`;
  await database`update scorecard_versions set number = 1, published_at = now() where id = ${versionId}`;
  return { versionId, criterionId: criterion?.id ?? "" };
}

/** An audit of the one call that the machine suggests the answer of; `state` says how far people have brought it. */
export async function makeOpenAudit(
  given: Given,
  state: "suggested" | "answered" | "completed" | "validated" = "suggested",
): Promise<OpenAudit> {
  const { database, campaignId, taskId, operatorId, visitorIds } = given;
  const { versionId, criterionId } = await makePublishedScorecard(given);
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

/** An open audit of a contact without a recording; returns its id. */
export async function makeManualAudit(given: Given): Promise<string> {
  const { database, campaignId, operatorId, mark } = given;
  const { versionId } = await makePublishedScorecard(given);
  const [audit] = await database<{ id: string }[]>`
    insert into audits (id, version_id, campaign_id, operator_id, contact_at, contact_on, passing_score, channel, reference)
    values (gen_random_uuid(), ${versionId}, ${campaignId}, ${operatorId}, now(), current_date, 80, 'chat', ${mark}) returning id`;
  return audit?.id ?? "";
}
