import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { calls, campaigns, operators, tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { type CallOutcome, getCallOutcome } from "@/lib/outcomes/get-call-outcome";
import { visibleCalls } from "./call-access";
import { callColumns } from "./call-columns";
import { canSeeReception } from "./can-see-reception";
import { type CallReception, getCallReception } from "./get-call-reception";

export type CallDetails = Awaited<ReturnType<typeof findCall>> & CallReception & { outcome: CallOutcome | null };

/** One call, with or without a task, and how it was received. Throws not-found for a call that the viewer may not see, as for one that is not there. */
export async function getCall({ viewer, id }: { viewer: Viewer; id: string }): Promise<CallDetails> {
  const found = await findCall(viewer, id);
  const recordingFailure = canSeeReception(viewer) ? found.call.recordingFailure : null;
  const [reception, outcome] = await Promise.all([
    getCallReception({ viewer, callId: found.call.id }),
    getCallOutcome({ viewer, callId: found.call.id }),
  ]);
  return { ...found, call: { ...found.call, recordingFailure }, outcome, ...reception };
}

async function findCall(viewer: Viewer, id: string) {
  const [found] = z.uuid().safeParse(id).success
    ? await db
        .select({
          ...callColumns,
          call: { ...callColumns.call, recordingFailure: calls.recordingFailure, nextAttemptAt: calls.nextAttemptAt },
          taskId: tasks.id,
        })
        .from(calls)
        .innerJoin(campaigns, eq(campaigns.id, calls.campaignId))
        .leftJoin(operators, eq(operators.id, calls.operatorId))
        .leftJoin(tasks, eq(tasks.callId, calls.id))
        .where(and(eq(calls.id, id), visibleCalls(viewer)))
    : [];
  if (!found) throw new AppError("not_found", "There is no such call.");
  return found;
}
