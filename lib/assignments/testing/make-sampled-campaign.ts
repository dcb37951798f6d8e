import { sqlClient } from "@/db/client";
import { type MadeScorecard, makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import type { SampleInput } from "../sample-input";
import { DAY, makeDrawableCalls } from "./make-drawable-calls";

/** A campaign with two auditors, a supervisor, and so many calls of each operator, whose tasks stand in the operators' order. */
export type SampledWorld = {
  campaignId: number;
  scorecard: MadeScorecard;
  supervisor: Viewer;
  auditors: string[];
  operators: string[];
  tasks: string[][];
};

/** Makes one with as many operators as there are numbers of calls. */
export async function makeSampledWorld(counts: number[]): Promise<SampledWorld> {
  const campaignId = await makeCampaign();
  const scorecard = await makeScorecard({ campaignId });
  const auditors = [
    await makeUser({ role: "auditor", name: "Ada", campaignIds: [campaignId] }),
    await makeUser({ role: "auditor", name: "Bruno", campaignIds: [campaignId] }),
  ];
  const userId = await makeUser({ role: "supervisor", name: "Sara", campaignIds: [campaignId] });
  const operators = await Promise.all(counts.map(() => makeOperator()));
  const tasks = await Promise.all(
    counts.map((count, index) => makeDrawableCalls({ campaignId, operatorId: operators[index] ?? null, count })),
  );
  return {
    campaignId,
    scorecard,
    auditors,
    operators,
    tasks,
    supervisor: { userId, role: "supervisor", campaignIds: [campaignId], operatorId: null },
  };
}

/** A sample of the world by operator, with a quota for the first auditors. */
export function inputFor({ auditors }: SampledWorld, counts: number[], changes: Partial<SampleInput> = {}): SampleInput {
  return {
    ...{ kind: "quality", name: "Week 47", startsOn: DAY, endsOn: DAY, stratification: "operator", seed: "seed", dueOn: null },
    quotas: counts.map((count, index) => ({ userId: auditors[index] ?? "", count })),
    ...changes,
  };
}

/** The calls of a sample, with whose they are and who has them. */
export const rowsOf = (sampleId: string) =>
  sqlClient<{ taskId: string; auditorId: string; operatorId: string }[]>`
    select a.task_id as "taskId", auditor_id as "auditorId", t.operator_id as "operatorId"
    from assignments a join tasks t on t.id = a.task_id where sample_id = ${sampleId}`;
