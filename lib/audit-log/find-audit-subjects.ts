import { eq, inArray, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import { db } from "@/db/client";
import { apiKeys, audits, calls, campaigns, connections, deliveries, disputes, operators, recordings, tasks } from "@/db/schema";

/**
 * What an entry speaks of, as it can be opened now. A recording is opened by its task, or by its call where it has none; a connection by the
 * audio sources of its default campaign, whose number is the id then. A scorecard is known by the number of its campaign.
 */
export type AuditSubject = {
  kind: "api_key" | "audio_sources" | "audit" | "call" | "campaign" | "delivery" | "dispute" | "operator" | "scorecard" | "task";
  id: string;
};
type Named = { kind: string; id: string };

const uuid = z.uuid();

/** The subjects of entries that still are there, by `kind:id` as the entries name them. One look by primary key a kind. */
export async function findAuditSubjects(named: Named[]): Promise<Map<string, AuditSubject>> {
  const idsOf = (kind: string) => [...new Set(named.filter((object) => object.kind === kind).map(({ id }) => id))];
  const uuidsOf = (kind: string) => idsOf(kind).filter((id) => uuid.safeParse(id).success);
  const numbersOf = (kind: string) => idsOf(kind).filter((id) => /^\d{1,9}$/.test(id));
  const found = await Promise.all([
    existing("api_key", apiKeys, apiKeys.id, uuidsOf("api_key")),
    existing("audit", audits, audits.id, uuidsOf("audit")),
    existing("call", calls, calls.id, uuidsOf("call")),
    existing("campaign", campaigns, campaigns.id, numbersOf("campaign")),
    existing("delivery", deliveries, deliveries.id, uuidsOf("delivery")),
    existing("dispute", disputes, disputes.id, uuidsOf("dispute")),
    existing("operator", operators, operators.id, uuidsOf("operator")),
    existing("scorecard", campaigns, campaigns.id, numbersOf("scorecard")),
    existing("task", tasks, tasks.id, uuidsOf("task")),
    whereRecordingsAre(uuidsOf("recording")),
    whereConnectionsAre(uuidsOf("connection")),
  ]);
  return new Map(found.flat());
}

type Column =
  | typeof apiKeys.id
  | typeof audits.id
  | typeof calls.id
  | typeof campaigns.id
  | typeof deliveries.id
  | typeof disputes.id
  | typeof operators.id
  | typeof tasks.id;

async function existing(kind: AuditSubject["kind"], table: PgTable, column: Column, ids: string[]): Promise<[string, AuditSubject][]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: sql<string>`${column}::text` })
    .from(table)
    .where(isAmong(column, ids));
  return rows.map(({ id }) => [`${kind}:${id}`, { kind, id }]);
}

function isAmong(column: Column, ids: string[]): SQL {
  const values = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  return sql`${column} in (${values})`;
}

async function whereRecordingsAre(ids: string[]): Promise<[string, AuditSubject][]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: recordings.id, callId: recordings.callId, taskId: tasks.id })
    .from(recordings)
    .leftJoin(tasks, eq(tasks.callId, recordings.callId))
    .where(inArray(recordings.id, ids));
  return rows.map(({ id, callId, taskId }) => [
    `recording:${id}`,
    taskId === null ? { kind: "call", id: callId } : { kind: "task", id: taskId },
  ]);
}

async function whereConnectionsAre(ids: string[]): Promise<[string, AuditSubject][]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: connections.id, campaignId: connections.campaignId })
    .from(connections)
    .where(inArray(connections.id, ids));
  return rows.flatMap(({ id, campaignId }) =>
    campaignId === null ? [] : [[`connection:${id}`, { kind: "audio_sources", id: String(campaignId) }]],
  );
}
