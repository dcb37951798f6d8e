import type { Engine } from "./engine";
import { toJson } from "./json";
import { lockRuns } from "./lock-runs";
import { settleSteps } from "./settle-steps";

const MAX_AT_ONCE = 500;

/** What Inngest reports to a function whose invocation took too long. */
const INVOCATION_TIMEOUT = { name: "InngestInvokeTimeoutError", message: "Timed out waiting for invoked function to complete" };

/** Ends the sleeps that are over and the waits that have lasted too long: their functions go on. */
export async function fireTimers({ sql }: Engine): Promise<void> {
  await sql.begin(async (tx) => {
    const due = await tx<{ runId: string; id: string; op: string }[]>`
      select run_id as "runId", id, op from engine.steps where not is_done and due_at <= now() order by due_at limit ${MAX_AT_ONCE}`;
    if (due.length === 0) return;
    await lockRuns(
      tx,
      due.map((step) => step.runId),
    );
    await settleSteps(
      tx,
      due.map(({ runId, id, op }) => ({
        runId,
        id,
        memo: toJson(op === "InvokeFunction" ? { error: INVOCATION_TIMEOUT } : { data: null }),
      })),
    );
  });
}
