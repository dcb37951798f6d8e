import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { assignments, samples } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { sampleNotFound, visibleSample } from "./assignment-access";
import { drawSample } from "./draw-sample";
import { getSampledCampaign } from "./get-sampled-campaign";
import { wantedCount } from "./sample-input";

export type SampleCheck = {
  /** True when the same draw from what is known of that moment gives the same calls. */
  isReproduced: boolean;
  /** How many calls there were to draw from, as was written down then and as it is worked out now. */
  populationThen: number;
  populationNow: number;
  drawnCount: number;
  /** How many calls of the sample are drawn again. */
  againCount: number;
};

/**
 * Makes a sample's draw again by its seed, from the calls that there were to draw from at the time, and says whether the same come out. Calls
 * that were given to another operator or freed by the deletion of another sample since can make it differ. Not found for others.
 */
export async function verifySample({ viewer, id }: { viewer: Viewer; id: string }): Promise<SampleCheck> {
  const [sample] = await db.select().from(samples).where(visibleSample(viewer, id));
  if (!sample) throw sampleNotFound();
  const { campaignId, seed, stratification, drawnCount, createdAt: at } = sample;
  const { timeZone } = await getSampledCampaign({ viewer, campaignId });
  const auditorIds = sample.quotas.map(({ userId }) => userId);
  return db.transaction(
    async (transaction) => {
      const population = { ...sample, timeZone, auditorIds, at, sampleId: id };
      const draw = await drawSample({ transaction, population, seed, stratification, count: wantedCount(sample) });
      const again = new Set(draw.calls.map(({ taskId }) => taskId));
      const own = await transaction.selectDistinct({ taskId: assignments.taskId }).from(assignments).where(eq(assignments.sampleId, id));
      const againCount = own.filter(({ taskId }) => again.has(taskId)).length;
      return {
        ...{ populationThen: sample.populationCount, populationNow: draw.populationCount, drawnCount, againCount },
        isReproduced: againCount === own.length && again.size === drawnCount,
      };
    },
    { accessMode: "read only", isolationLevel: "repeatable read" },
  );
}
