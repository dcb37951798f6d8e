import { sqlClient } from "@/db/client";
import type { Verdict } from "@/db/enums";
import type { DeliveryProblem } from "@/db/schema";
import { readSentValues } from "@/lib/reception/body/read-sent-values";
import type { SilenceCause } from "./silence-cause";

const MAX_READ = 50;

type Row = {
  id: string;
  receivedAt: Date;
  verdict: Verdict;
  reason: string;
  eventKind: string;
  problems: DeliveryProblem[];
  warnings: DeliveryProblem[];
};
type Explanation = { hasArrived: boolean; hasAccepted: boolean; causes: SilenceCause[] };

/** What became of the deliveries that a campaign's platform sent within a day, where none of them was accepted. Samples of ours do not count. */
export async function explainOwnDeliveries({ campaignId }: { campaignId: number }): Promise<Explanation> {
  const rows = await sqlClient<Row[]>`
    select id, received_at as "receivedAt", verdict, reason, event_kind as "eventKind", problems, warnings from (
      select * from deliveries where campaign_id = ${campaignId} and received_at > now() - interval '1 day'
      order by received_at desc, id desc limit ${MAX_READ}
    ) as newest
    where api_key_id is not null order by received_at desc, id desc`;
  if (rows.some(({ verdict }) => verdict === "accepted" || verdict === "duplicate"))
    return { hasArrived: true, hasAccepted: true, causes: [] };
  const refused = rows.filter(({ verdict }) => verdict === "refused");
  const archived = refused.find(({ reason }) => reason === "campaign_archived");
  const invalid = refused.find(({ reason }) => reason === "invalid_fields");
  const causes: (SilenceCause | null)[] = [
    archived ? { kind: "archived", lastAt: archived.receivedAt } : null,
    await findPlaceholders(rows),
    invalid
      ? { kind: "invalid_fields", receivedAt: invalid.receivedAt, paths: [...new Set(invalid.problems.map(({ path }) => path))] }
      : null,
    ...explainIgnored(rows),
  ];
  return { hasArrived: rows.length > 0, hasAccepted: false, causes: causes.filter((cause) => cause !== null) };
}

/** Why what was received made no task, where all of it was passed over. */
function explainIgnored(rows: Row[]): SilenceCause[] {
  const ignored = rows.filter(({ verdict }) => verdict === "ignored");
  const early = ignored.filter(({ reason }) => reason === "not_end" || reason === "unknown_event" || reason === "not_ended");
  const ended = ignored.filter((row) => !early.includes(row));
  if (ended.length === 0) {
    return early.length > 0
      ? [{ kind: "not_ended", eventKinds: [...new Set(early.map(({ eventKind }) => eventKind))], count: early.length }]
      : [];
  }
  const unrecorded = ended.filter(({ reason }) => reason === "not_recorded").length;
  const unaddressed = ended.filter(({ reason }) => reason === "no_recording_url").length;
  return [
    ...(unrecorded > 0 ? [{ kind: "not_recorded" as const, count: unrecorded }] : []),
    ...(unaddressed > 0 ? [{ kind: "no_recording_url" as const, count: unaddressed }] : []),
  ];
}

/** The variables that the newest delivery with any brought as they stand in the template. */
async function findPlaceholders(rows: Row[]): Promise<SilenceCause | null> {
  const isUnreplaced = ({ code }: DeliveryProblem) => code === "unreplaced_variable";
  const newest = rows.find(({ warnings }) => warnings.some(isUnreplaced));
  if (!newest) return null;
  const [body] = await sqlClient<{ raw: Buffer; contentType: string }[]>`
    select raw, content_type as "contentType" from deliveries where id = ${newest.id} and received_at = ${newest.receivedAt}`;
  const paths = newest.warnings.filter(isUnreplaced).map(({ path }) => path);
  const sent = body ? readSentValues({ ...body, paths }) : new Map<string, string>();
  const fields = paths.map((path) => ({ path, sent: sent.get(path) ?? "" }));
  return { kind: "unreplaced_placeholders", receivedAt: newest.receivedAt, fields };
}
