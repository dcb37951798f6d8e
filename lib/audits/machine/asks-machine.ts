import { sql } from "drizzle-orm";

/** Whether machines are asked anything of a row of `tasks`, by the version of the scorecard that its audit uses, or would use. */
export const asksMachine = sql<boolean>`exists (
  select from criteria where mode <> 'manual' and version_id = coalesce(
    (select version_id from audits where task_id = tasks.id and kind = 'quality'),
    (select versions.id from scorecards join scorecard_versions as versions on versions.scorecard_id = scorecards.id
     where campaign_id = tasks.campaign_id and number is not null order by number desc limit 1)))`;
