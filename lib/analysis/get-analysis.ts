import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses, campaigns, machineWork } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { isLanguageModelConfigured } from "@/lib/language-model/is-language-model-configured";
import { requireVisibleTask } from "@/lib/tasks/require-visible-task";
import { isAnalysisOutdated } from "./is-analysis-outdated";

export type { Quote } from "@/db/schema";

/** What the language model made of a call. `isOutdated`: a line was corrected since. */
export type CallAnalysis = Omit<typeof analyses.$inferSelect, "taskId"> & { isOutdated: boolean };

/** Where the model's work on a call stands and what it took. `failure` names hosts, and is for all but agents; `cost` is decimal text, for admins alone. */
export type AnalysisWork = Pick<
  typeof machineWork.$inferSelect,
  "status" | "failureCode" | "failure" | "nextAttemptAt" | "inputTokens" | "outputTokens" | "cost"
>;

type TaskAnalysis = {
  analysis: CallAnalysis | null;
  work: AnalysisWork | null;
  /** Whether a model reads the campaign's calls, or why none does. */
  reader: "on" | "campaign_off" | "not_configured";
};

/** What the language model made of a task's transcript, and where its work stands. Not-found as for the task. */
export async function getAnalysis({ viewer, taskId }: { viewer: Viewer; taskId: string }): Promise<TaskAnalysis> {
  const { campaignId } = await requireVisibleTask({ viewer, taskId });
  const [[analysis], [work], [campaign]] = await Promise.all([
    db.select(columns).from(analyses).where(eq(analyses.taskId, taskId)),
    db
      .select({
        status: machineWork.status,
        failureCode: machineWork.failureCode,
        failure: machineWork.failure,
        nextAttemptAt: machineWork.nextAttemptAt,
        inputTokens: machineWork.inputTokens,
        outputTokens: machineWork.outputTokens,
        cost: machineWork.cost,
      })
      .from(machineWork)
      .where(sql`${machineWork.taskId} = ${taskId} and ${machineWork.kind} = 'analysis'`),
    db.select({ isRead: campaigns.usesLanguageModel }).from(campaigns).where(eq(campaigns.id, campaignId)),
  ]);
  const reader = !isLanguageModelConfigured() ? "not_configured" : campaign?.isRead ? "on" : "campaign_off";
  return { analysis: analysis ?? null, work: work ? shownTo(viewer, work) : null, reader };
}

function shownTo({ role }: Viewer, work: AnalysisWork): AnalysisWork {
  return { ...work, failure: role === "agent" ? null : work.failure, cost: role === "admin" ? work.cost : null };
}

const columns = {
  model: analyses.model,
  summary: analyses.summary,
  topics: analyses.topics,
  sentiments: analyses.sentiments,
  droppedCount: analyses.droppedCount,
  createdAt: analyses.createdAt,
  isOutdated: isAnalysisOutdated,
};
