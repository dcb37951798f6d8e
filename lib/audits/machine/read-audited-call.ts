import { asc, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { campaigns, criteria, segments, tasks, transcripts } from "@/db/schema";
import { MachineWorkFailure } from "@/lib/machine-work/machine-work-failure";
import type { MachineWorkFailureCode } from "@/lib/machine-work/machine-work-failure-codes";
import type { HeardCall } from "./heard-call";

export type AuditedCriterion = typeof criteria.$inferSelect;

/** A call that a machine is to audit, and what it is asked: the criteria of the version that the call's audit uses, or would use. */
export type AuditedCall = {
  taskId: string;
  hasAudit: boolean;
  versionId: string;
  criteria: AuditedCriterion[];
  usesLanguageModel: boolean;
  /** Which transcript it is: it was made then, or somebody has said then who speaks in it. */
  heardAt: Date;
  call: HeardCall;
};

/** As of one moment. Throws MachineWorkFailure, which no further attempt helps, where there is no transcript or nothing published to audit by. */
export async function readAuditedCall(taskId: string): Promise<AuditedCall> {
  return db.transaction((transaction) => read(transaction, taskId), { isolationLevel: "repeatable read", accessMode: "read only" });
}

async function read(transaction: Transaction, taskId: string): Promise<AuditedCall> {
  const [found] = await transaction
    .select({
      transcript: transcripts,
      usesLanguageModel: campaigns.usesLanguageModel,
      auditedBy: sql<string | null>`(select version_id from audits where audits.task_id = tasks.id and kind = 'quality')`,
      latest: sql<string | null>`(
        select versions.id from scorecards join scorecard_versions as versions on versions.scorecard_id = scorecards.id
        where scorecards.campaign_id = tasks.campaign_id and number is not null order by number desc limit 1)`,
    })
    .from(tasks)
    .innerJoin(campaigns, eq(campaigns.id, tasks.campaignId))
    .innerJoin(transcripts, eq(transcripts.taskId, tasks.id))
    .where(eq(tasks.id, taskId));
  if (!found) throw impossible("no_transcript", "The call has no transcript.");
  const { transcript, usesLanguageModel, auditedBy, latest } = found;
  const versionId = auditedBy ?? latest;
  if (versionId === null) throw impossible("no_scorecard", "The campaign has no published scorecard.");
  const spoken = await transaction
    .select({
      ...{ position: segments.position, speaker: segments.speaker, startMs: segments.startMs, endMs: segments.endMs },
      ...{ text: segments.text, words: segments.words },
    })
    .from(segments)
    .where(eq(segments.taskId, taskId))
    .orderBy(asc(segments.position));
  const { language, durationSeconds, speakers, measures, updatedAt: heardAt } = transcript;
  return {
    ...{ taskId, hasAudit: auditedBy !== null, versionId, usesLanguageModel, heardAt },
    criteria: await transaction.select().from(criteria).where(eq(criteria.versionId, versionId)).orderBy(asc(criteria.position)),
    call: { language, durationSeconds, speakers, measures, segments: spoken },
  };
}

function impossible(code: MachineWorkFailureCode, message: string): MachineWorkFailure {
  return new MachineWorkFailure({ code, message, isRetriable: false });
}
