import type { Executor } from "./connect-engine";
import { requestDiscovery } from "./request-discovery";

/** What an awaited step came to: JSON `{"data": …}` or `{"error": …}`. */
export type SettledStep = { runId: string; id: string; memo: string };

/** Writes what awaited steps came to and has their runs called. Steps that are done already stay as they are. The caller holds the runs' locks. */
export async function settleSteps(tx: Executor, steps: SettledStep[]): Promise<void> {
  const settled = await tx<{ runId: string }[]>`
    update engine.steps as step set is_done = true, memo = settled.memo::json, position = nextval('engine.step_positions')
    from unnest(${steps.map((step) => step.runId)}::uuid[], ${steps.map((step) => step.id)}::text[], ${steps.map((step) => step.memo)}::text[])
      as settled (run_id, id, memo)
    where step.run_id = settled.run_id and step.id = settled.id and not step.is_done
    returning step.run_id as "runId"`;
  if (settled.length > 0)
    await requestDiscovery(
      tx,
      settled.map((step) => step.runId),
    );
}
