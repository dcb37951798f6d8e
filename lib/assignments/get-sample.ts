import { asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { assignments, campaigns, operators, samples, tasks, users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { sampleNotFound, visibleSample } from "./assignment-access";
import { isPastDue } from "./assignment-columns";
import { type AuditorProgress, readSampleProgress } from "./read-sample-progress";

export type SampleDetails = Awaited<ReturnType<typeof findSample>> & {
  isOverdue: boolean;
  progress: AuditorProgress[];
  /** How many of its calls are whose, most first; the name is null for calls of nobody known. */
  operators: { operatorId: string | null; name: string | null; drawnCount: number }[];
};

/** A sample with how it was drawn and how far it is. For admins and the campaign's supervisors; not found for others. */
export async function getSample({ viewer, id }: { viewer: Viewer; id: string }): Promise<SampleDetails> {
  const sample = await findSample(viewer, id);
  const [progressOf, ofOperators] = await Promise.all([readSampleProgress([id]), listSampledOperators(id)]);
  const progress = progressOf.get(id) ?? [];
  return { ...sample, progress, operators: ofOperators, isOverdue: sample.isPastDue && progress.some(({ openCount }) => openCount > 0) };
}

async function findSample(viewer: Viewer, id: string) {
  const [sample] = await db
    .select({
      ...{ id: samples.id, name: samples.name, kind: samples.kind, startsOn: samples.startsOn, endsOn: samples.endsOn },
      ...{ stratification: samples.stratification, seed: samples.seed, populationCount: samples.populationCount },
      ...{ drawnCount: samples.drawnCount, dueOn: samples.dueOn, createdAt: samples.createdAt, creatorName: users.name, isPastDue },
      campaign: { id: campaigns.id, name: campaigns.name, timeZone: campaigns.timeZone },
    })
    .from(samples)
    .innerJoin(campaigns, eq(campaigns.id, samples.campaignId))
    .leftJoin(users, eq(users.id, samples.createdBy))
    .where(visibleSample(viewer, id));
  if (!sample) throw sampleNotFound();
  return sample;
}

async function listSampledOperators(sampleId: string) {
  const drawnCount = sql<number>`count(distinct ${assignments.taskId})::int`;
  return db
    .select({ operatorId: operators.id, name: operators.name, drawnCount })
    .from(assignments)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .leftJoin(operators, eq(operators.id, tasks.operatorId))
    .where(eq(assignments.sampleId, sampleId))
    .groupBy(operators.id, operators.name)
    .orderBy(sql`${drawnCount} desc`, asc(operators.name));
}
