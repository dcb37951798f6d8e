import { db } from "@/db/client";
import type { AuditKind } from "@/db/enums";
import { assignments, samples } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";

type AssignCallInput = { campaignId: number; taskId: string; kind: AuditKind; auditor: Viewer };

/** Gives a call to somebody to audit or to calibrate, by a sample of its own; returns the sample. */
export async function assignCall({ campaignId, taskId, kind, auditor }: AssignCallInput): Promise<{ sampleId: string }> {
  const [sample] = await db
    .insert(samples)
    .values({
      ...{ campaignId, kind, name: "Week", startsOn: "2026-11-16", endsOn: "2026-11-22", stratification: "none" },
      ...{ seed: "1", populationCount: 1, drawnCount: 1, quotas: [] },
    })
    .returning({ id: samples.id });
  const sampleId = sample?.id ?? "";
  await db.insert(assignments).values({ sampleId, taskId, kind, auditorId: auditor.userId, position: 1 });
  return { sampleId };
}
