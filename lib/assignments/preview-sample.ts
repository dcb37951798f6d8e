import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { getSampledCampaign } from "./get-sampled-campaign";
import type { Stratification } from "./pick-stratified";
import { type SampleInput, wantedCount } from "./sample-input";
import { populationQuery } from "./sample-population";
import { shareEqually } from "./share-equally";

/** What an operator has and gives; the id is null for calls of nobody known. */
export type OperatorShare = {
  operatorId: string | null;
  name: string | null;
  callCount: number;
  drawableCount: number;
  /** Null where calls are drawn from all alike: who gives how many is up to chance. */
  share: number | null;
};

export type SamplePreview = {
  wantedCount: number;
  /** Calls of those days that have a recording, and which of them cannot be drawn since they were audited, or given to somebody. */
  callCount: number;
  auditedCount: number;
  assignedCount: number;
  drawableCount: number;
  drawnCount: number;
  hasScorecard: boolean;
  operators: OperatorShare[];
};

type Row = Omit<OperatorShare, "share"> & { auditedCount: number; assignedCount: number };
export type PreviewInput = Pick<SampleInput, "kind" | "startsOn" | "endsOn" | "stratification" | "seed" | "quotas">;

/** What a sample would be drawn from and how many calls of each operator, without drawing it. Not found for those who do not draw samples of the campaign. */
export async function previewSample({
  viewer,
  campaignId,
  input,
}: {
  viewer: Viewer;
  campaignId: number;
  input: PreviewInput;
}): Promise<SamplePreview> {
  const { timeZone, hasScorecard } = await getSampledCampaign({ viewer, campaignId });
  const auditorIds = input.quotas.map(({ userId }) => userId);
  const population = populationQuery({ ...input, campaignId, timeZone, auditorIds, at: new Date(), sampleId: null });
  const rows = await db.execute<Row>(sql`
    select counted.*, operators.name from (
      select operator_id as "operatorId", count(*)::int as "callCount", count(*) filter (where is_drawable)::int as "drawableCount",
        count(*) filter (where is_audited)::int as "auditedCount", count(*) filter (where is_assigned)::int as "assignedCount"
      from (${population}) as calls group by 1
    ) as counted left join operators on operators.id = counted."operatorId"
    order by operators.name nulls last, counted."operatorId"`);
  const wanted = wantedCount(input);
  const sum = (count: (row: Row) => number) => rows.reduce((total, row) => total + count(row), 0);
  const drawableCount = sum((row) => row.drawableCount);
  return {
    ...{ wantedCount: wanted, hasScorecard, drawableCount, drawnCount: Math.min(wanted, drawableCount) },
    callCount: sum((row) => row.callCount),
    auditedCount: sum((row) => row.auditedCount),
    assignedCount: sum((row) => row.assignedCount),
    operators: withShares([...rows], { count: wanted, ...input }),
  };
}

function withShares(
  rows: Row[],
  { count, seed, stratification }: { count: number; seed: string; stratification: Stratification },
): OperatorShare[] {
  const sizes = new Map(rows.map(({ operatorId, drawableCount }) => [operatorId ?? "", drawableCount]));
  const shares = stratification === "operator" ? shareEqually({ sizes, count, seed }) : null;
  return rows.map(({ operatorId, name, callCount, drawableCount }) => ({
    ...{ operatorId, name, callCount, drawableCount },
    share: shares && (shares.get(operatorId ?? "") ?? 0),
  }));
}
