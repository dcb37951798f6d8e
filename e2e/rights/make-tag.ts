import type { Given } from "./rights";

/** Gives the campaign a tag, which bears the mark; returns its id. */
export async function makeTag({ mark, campaignId, database }: Given): Promise<string> {
  const [tag] = await database<{ id: string }[]>`
    insert into campaign_tags (id, campaign_id, name, match_key)
    values (gen_random_uuid(), ${campaignId}, ${`Tag ${mark}`}, ${`tag ${mark}`}) returning id`;
  if (!tag) throw new Error("The tag was not made.");
  return tag.id;
}
