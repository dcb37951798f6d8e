import type { Viewer } from "@/lib/auth/viewer";
import { listCallAttempts, type RecordingAttempt } from "@/lib/tasks/list-call-attempts";
import { type CallDelivery, listCallDeliveries } from "@/lib/tasks/list-call-deliveries";
import { canSeeReception } from "./can-see-reception";

export type CallReception = {
  /** Oldest first. Empty for those who may not see how calls are received. */
  attempts: RecordingAttempt[];
  /** Oldest first, without payload. Empty for those who may not see how calls are received. */
  deliveries: CallDelivery[];
};

/** How a call and its recording were received. Whether the viewer may see the call itself is for the caller to know. */
export async function getCallReception({ viewer, callId }: { viewer: Viewer; callId: string }): Promise<CallReception> {
  if (!canSeeReception(viewer)) return { attempts: [], deliveries: [] };
  const [attempts, deliveries] = await Promise.all([listCallAttempts({ callId }), listCallDeliveries({ callId })]);
  return { attempts, deliveries };
}
