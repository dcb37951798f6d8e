import { sqlClient } from "@/db/client";
import type { RecordingStatus, Source, Verdict } from "@/db/enums";
import type { DeliveryProblem } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Viewer } from "@/lib/auth/viewer";
import { locateUnreadable, type UnreadablePlace } from "@/lib/reception/body/locate-unreadable";
import { readSentValues } from "@/lib/reception/body/read-sent-values";
import { SAMPLE_USER_AGENT } from "@/lib/sample-calls/sample-user-agent";

/** What is wrong or odd with one field, as the platform calls it; `sent` is what stood there, cut, or null where nothing did. */
export type FieldRemark = { path: string; code: string; isWarning: boolean; sent: string | null };

/** Where the call of a delivery stands: its recording, the last try to fetch it, its task. */
export type SetUpCall = {
  id: string;
  recordingStatus: RecordingStatus;
  nextAttemptAt: Date | null;
  lastAttempt: { reason: string; detail: string } | null;
  taskId: string | null;
};

/** One event as the set-up of a source shows it. */
export type SetUpDelivery = {
  id: string;
  receivedAt: Date;
  verdict: Verdict;
  reason: string;
  eventKind: string;
  /** Null when no campaign number could be read in the delivery. */
  campaignId: number | null;
  /** Sent by ourselves, not by the platform. */
  isSample: boolean;
  remarks: FieldRemark[];
  /** Where the body stops being readable, where that is what is wrong with it. */
  place: UnreadablePlace | null;
  call: SetUpCall | null;
};

type ListSetUpDeliveriesInput = { viewer: Viewer; campaignId: number; source: Source; limit?: number };

/**
 * The newest deliveries of a campaign for whoever sets its source up, newest first, together with those of the last quarter of an hour that
 * name no campaign at all: what a body with a mistake looks like. However many of those there are, the campaign's newest is among them.
 * Admins only; a few index reads, whatever the log's size.
 */
export async function listSetUpDeliveries({ viewer, campaignId, source, limit = 6 }: ListSetUpDeliveriesInput): Promise<SetUpDelivery[]> {
  requireAdmin(viewer);
  const rows = await sqlClient<DeliveryRow[]>`
    select id, received_at as "receivedAt", verdict, reason, event_kind as "eventKind", campaign_id as "campaignId", call_id as "callId",
      api_key_id is null and headers @> ${{ "user-agent": SAMPLE_USER_AGENT }} as "isSample", problems, warnings,
      content_type as "contentType", case when problems <> '[]' or warnings <> '[]' or verdict = 'refused' then raw end as raw
    from (
      (select * from deliveries where campaign_id = ${campaignId} order by received_at desc, id desc limit ${limit})
      union all
      (select * from deliveries where campaign_id is null and source = ${source} and received_at > now() - interval '15 minutes'
        order by received_at desc, id desc limit ${limit - 1})
    ) as latest
    order by received_at desc, id desc limit ${limit}`;
  const calls = await findCalls(rows.flatMap(({ callId }) => callId ?? []));
  return rows.map(({ callId, problems, warnings, contentType, raw, ...delivery }) => ({
    ...delivery,
    remarks: raw === null ? [] : remarksOf({ problems, warnings, raw, contentType }),
    place: raw === null || delivery.verdict !== "refused" ? null : locateUnreadable({ raw, contentType }),
    call: (callId !== null && calls.get(callId)) || null,
  }));
}

type DeliveryRow = Omit<SetUpDelivery, "remarks" | "place" | "call"> & {
  callId: string | null;
  problems: DeliveryProblem[];
  warnings: DeliveryProblem[];
  contentType: string;
  /** Null where nothing is to be told of it. */
  raw: Buffer | null;
};

function remarksOf({ problems, warnings, raw, contentType }: Pick<DeliveryRow, "problems" | "warnings" | "contentType"> & { raw: Buffer }) {
  const paths = [...problems, ...warnings].map(({ path }) => path);
  const sent = readSentValues({ raw, contentType, paths });
  const toRemark = ({ path, code }: DeliveryProblem, isWarning: boolean): FieldRemark => ({
    path,
    code,
    isWarning,
    sent: sent.get(path) ?? null,
  });
  return [...problems.map((problem) => toRemark(problem, false)), ...warnings.map((warning) => toRemark(warning, true))];
}

async function findCalls(ids: string[]): Promise<Map<string, SetUpCall>> {
  if (ids.length === 0) return new Map();
  const calls = await sqlClient<SetUpCall[]>`
    select calls.id, recording_status as "recordingStatus", calls.next_attempt_at as "nextAttemptAt", tasks.id as "taskId",
      case when attempt.reason is not null then json_build_object('reason', attempt.reason, 'detail', attempt.detail) end as "lastAttempt"
    from calls
    left join tasks on tasks.call_id = calls.id
    left join lateral (
      select reason, detail from recording_attempts where call_id = calls.id order by started_at desc limit 1
    ) as attempt on true
    where calls.id = any(${ids}::uuid[])`;
  return new Map(calls.map((call) => [call.id, call]));
}
