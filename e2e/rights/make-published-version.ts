import type { Given } from "./rights";

/** One more published version of the campaign's scorecard, with one question that machines suggest the answer of. */
export async function makePublishedVersion({ campaignId, database }: Given): Promise<{ versionId: string; criterionId: string }> {
  await database`insert into scorecards (id, campaign_id) values (gen_random_uuid(), ${campaignId}) on conflict do nothing`;
  const [criterion] = await database<{ id: string; versionId: string }[]>`
    with version as (
      insert into scorecard_versions (id, scorecard_id) select gen_random_uuid(), id from scorecards where campaign_id = ${campaignId} returning id
    )
    insert into criteria (id, version_id, key, position, section, question, kind, weight, mode)
    select gen_random_uuid(), id, gen_random_uuid(), 0, 'Opening', 'Said hello?', 'yes_no', 100, 'suggested' from version
    returning id, version_id as "versionId"`;
  const { id: criterionId = "", versionId = "" } = criterion ?? {};
  await database`
    update scorecard_versions set published_at = now(), number = (
      select coalesce(max(number), 0) + 1 from scorecard_versions as others where others.scorecard_id = scorecard_versions.scorecard_id)
    where id = ${versionId}`;
  return { versionId, criterionId };
}
