import { sqlClient } from "@/db/client";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Viewer } from "@/lib/auth/viewer";
import { isPublicAddress } from "@/lib/recordings/outbound/is-public-address";
import { USABLE_KEYS } from "@/lib/sources/usable-keys";
import type { OfferedSource } from "./offered-sources";

/** How far the set-up of a campaign's source has come, told from data alone. Samples of ours count from `hasAccepted` on. */
export type SetUpProgress = {
  /** The source's platform has a key that it can use now. */
  hasKey: boolean;
  /** The platform sent something for this campaign. */
  hasArrived: boolean;
  /** The platform itself sent it from the internet. */
  wasReached: boolean;
  /** The platform's own call was accepted, whatever our samples did. */
  hasOwnCall: boolean;
  hasAccepted: boolean;
  /** The recording of an accepted call is in storage. */
  hasRecording: boolean;
  /** The newest task. */
  taskId: string | null;
};

/** Newest of the log that are looked at: a source that works shows it in these. */
const LOOKED_AT = 200;

type GetSetUpProgressInput = { viewer: Viewer; campaignId: number; source: OfferedSource };

/** What is done of the set-up of a campaign's source. Admins only; a few index reads, whatever the log's size. */
export async function getSetUpProgress({ viewer, campaignId, source }: GetSetUpProgressInput): Promise<SetUpProgress> {
  requireAdmin(viewer);
  const [hasKey, { addresses, ...progress }] = await Promise.all([USABLE_KEYS[source]({ campaignId }), readProgress(campaignId)]);
  return { ...progress, hasKey, wasReached: addresses.some(isPublicAddress) };
}

async function readProgress(campaignId: number) {
  const [row] = await sqlClient<(Omit<SetUpProgress, "hasKey" | "wasReached"> & { addresses: string[] })[]>`
    with newest as materialized (
      select verdict, call_id, api_key_id, remote_address from deliveries where campaign_id = ${campaignId}
      order by received_at desc, id desc limit ${LOOKED_AT}
    ), task as (
      select id from tasks where campaign_id = ${campaignId} order by created_at desc, id desc limit 1
    )
    select
      exists(select 1 from newest where api_key_id is not null) as "hasArrived",
      array(select distinct remote_address from newest where api_key_id is not null) as addresses,
      exists(select 1 from newest where api_key_id is not null and verdict in ('accepted', 'duplicate')) as "hasOwnCall",
      exists(select 1 from task) or exists(select 1 from newest where verdict in ('accepted', 'duplicate')) as "hasAccepted",
      exists(select 1 from task) or exists(
        select 1 from newest join calls on calls.id = newest.call_id where calls.recording_status = 'stored') as "hasRecording",
      (select id from task) as "taskId"`;
  if (!row) throw new Error("PostgreSQL returned no row for a select without a table.");
  return row;
}
