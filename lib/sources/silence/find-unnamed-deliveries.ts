import { sqlClient } from "@/db/client";
import type { Source } from "@/db/enums";
import type { DeliveryProblem } from "@/db/schema";
import { locateUnreadable } from "@/lib/reception/body/locate-unreadable";
import { readSentValues } from "@/lib/reception/body/read-sent-values";
import type { SilenceCause } from "./silence-cause";

/** Bodies are read again, so they are few. */
const MAX_READ = 5;
const SHOWN = 3;

type Row = { receivedAt: Date; reason: string; problems: DeliveryProblem[]; contentType: string; raw: Buffer };

/** What was refused within the last quarter of an hour without naming a campaign: bodies that can't be read, and where; placeholders left in. */
export async function findUnnamedDeliveries({ source }: { source: Source }): Promise<SilenceCause[]> {
  const rows = await sqlClient<Row[]>`
    select received_at as "receivedAt", reason, problems, content_type as "contentType", raw from deliveries
    where campaign_id is null and source = ${source} and verdict = 'refused' and received_at > now() - interval '15 minutes'
    order by received_at desc, id desc limit ${MAX_READ}`;
  const seen = new Set<string>();
  return rows
    .map(toCause)
    .filter((cause) => {
      // The same mistake sent again is one cause.
      const mark = JSON.stringify({ ...cause, receivedAt: null });
      return !seen.has(mark) && seen.add(mark);
    })
    .slice(0, SHOWN);
}

function toCause({ receivedAt, reason, problems, contentType, raw }: Row): SilenceCause {
  if (problems.length === 0) return { kind: "unreadable_body", reason, receivedAt, place: locateUnreadable({ raw, contentType }) };
  const sent = readSentValues({ raw, contentType, paths: ["campaign_id"] });
  return { kind: "no_campaign_number", receivedAt, sent: sent.get("campaign_id") ?? null };
}
