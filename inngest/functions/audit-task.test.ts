import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeTask } from "@/db/testing/make-task";
import { makeTranscript } from "@/db/testing/make-transcript";
import { serveFunctions } from "../contract/serve-functions";
import { startRelay } from "../start-relay";
import { auditTask } from "./audit-task";

test("what is ordered is audited by the engine, also what a process had in its hands when it died", async () => {
  const campaignId = await makeCampaign();
  await makeScorecard({ campaignId, criteria: [{ mode: "machine", rule: { maxSilenceRatio: 1 } }] });
  const taskIds = await Promise.all(
    ["queued", "running"].map(async (status) => {
      const { taskId } = await makeTask({ campaignId, task: { status: "completed" } });
      await makeTranscript({ taskId, said: ["Hola."] });
      // As one that died on the way left it.
      const left =
        status === "running" ? { claimed_until: new Date(Date.now() - 1_000), dispatched_at: new Date(Date.now() - 60_000) } : {};
      await sqlClient`insert into machine_work ${sqlClient({ task_id: taskId, kind: "audit", status, ...left })}`;
      return taskId;
    }),
  );
  const engine = await serveFunctions({ functions: [auditTask], settings: { pollMs: 50 } });
  const relay = startRelay();
  const states = () => sqlClient`select status, score::float8 as score from tasks where id = any(${taskIds}::uuid[])`;
  await expect.poll(states, { timeout: 15_000 }).toEqual([
    { status: "audited", score: 100 },
    { status: "audited", score: 100 },
  ]);
  await relay.stop();
  await engine.stop();
  expect(await sqlClient`select count(*)::int as n from audits where task_id = any(${taskIds}::uuid[])`).toEqual([{ n: 2 }]);
});
