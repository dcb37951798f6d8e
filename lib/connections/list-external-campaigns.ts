import { z } from "zod";
import { sqlClient } from "@/db/client";
import type { Source } from "@/db/enums";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { MAX_PAGE_SIZE, type Page } from "@/lib/pagination";
import { storedTime } from "@/lib/stored-time";

/** A platform's campaign, and which of ours it is. */
export type ExternalCampaignListItem = {
  externalId: string;
  /** As the platform calls it; empty when it never said. */
  externalName: string;
  /** Null while it is mapped to none: its calls go where the connection says. */
  campaign: MappedCampaign | null;
  /** When a call first named it, or somebody typed it. */
  firstHeardAt: Date;
  lastCallAt: Date | null;
  /** MAX_COUNTED_CALLS also stands for more. */
  callCount: number;
};

/** `problem`: why calls of Aria's that go there are refused. */
export type MappedCampaign = { id: number; name: string; problem: "archived" | "other_source" | null };

type ListExternalCampaignsInput = { actor: Actor; connectionId: string; cursor?: string | null; limit?: number };

/** Counting stops here: a page of busy campaigns is read as quickly as one of quiet ones. */
export const MAX_COUNTED_CALLS = 1_000;

/**
 * The campaigns that a platform has named through a connection, those that are mapped to none of ours first, then the last heard of first.
 * Admins only. A page is one index range, whatever the number of campaigns and calls.
 */
export async function listExternalCampaigns(input: ListExternalCampaignsInput): Promise<Page<ExternalCampaignListItem>> {
  const { actor, connectionId, cursor, limit = 25 } = input;
  requireAdmin(actor);
  if (!z.uuid().safeParse(connectionId).success) return { items: [], nextCursor: null };
  const size = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE);
  const place = readCursor(cursor ?? "");
  const beyond = place
    ? sqlClient`and ((campaign_id is null), created_at, external_id) < (${place.isUnmapped}, ${place.at}::timestamptz, ${place.externalId})`
    : sqlClient``;
  const rows = await sqlClient<Row[]>`
    select page.external_id as "externalId", page.created_at as "firstHeardAt", page.campaign_id as "campaignId",
      coalesce(nullif(page.external_name, ''), latest.external_campaign_name, '') as "externalName", latest.started_at as "lastCallAt",
      campaigns.name, campaigns.archived_at is not null as "isArchived", campaign_sources.source,
      (select count(*)::int from (
        select from call_outcomes where connection_id = ${connectionId} and external_campaign_id = page.external_id limit ${MAX_COUNTED_CALLS}
      ) as counted) as "callCount"
    from (
      select * from connection_campaigns where connection_id = ${connectionId} ${beyond}
      order by (campaign_id is null) desc, created_at desc, external_id desc limit ${size + 1}
    ) as page
    left join campaigns on campaigns.id = page.campaign_id
    left join campaign_sources on campaign_sources.campaign_id = page.campaign_id
    left join lateral (
      select started_at, external_campaign_name from call_outcomes
      where connection_id = ${connectionId} and external_campaign_id = page.external_id order by started_at desc limit 1
    ) as latest on true
    order by (page.campaign_id is null) desc, page.created_at desc, page.external_id desc`;
  const items = rows.slice(0, size).map(toItem);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > size && last ? writeCursor(last) : null };
}

type Row = Omit<ExternalCampaignListItem, "campaign"> & {
  campaignId: number | null;
  name: string | null;
  isArchived: boolean;
  source: Source | null;
};

function toItem({ campaignId, name, isArchived, source, ...item }: Row): ExternalCampaignListItem {
  if (campaignId === null) return { ...item, campaign: null };
  const problem = isArchived ? "archived" : source === "aria" ? null : "other_source";
  return { ...item, campaign: { id: campaignId, name: name ?? "", problem } };
}

const place = z.tuple([z.boolean(), storedTime, z.string().regex(/^[^\0]*$/)]);

/** The place in a text made by writeCursor; null for anything else, so that a damaged link opens the first page. */
function readCursor(text: string) {
  try {
    const [isUnmapped, at, externalId] = place.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { isUnmapped, at, externalId };
  } catch {
    return null;
  }
}

function writeCursor({ campaign, firstHeardAt, externalId }: ExternalCampaignListItem): string {
  return Buffer.from(JSON.stringify([campaign === null, firstHeardAt.toISOString(), externalId])).toString("base64url");
}
