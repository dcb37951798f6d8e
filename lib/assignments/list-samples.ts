import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { AuditKind } from "@/db/enums";
import { campaigns, samples } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { decodeCursor, MAX_PAGE_SIZE, type Page, toPage } from "@/lib/pagination";
import { visibleSamples } from "./assignment-access";
import { isPastDue } from "./assignment-columns";
import { type AuditorProgress, readSampleProgress } from "./read-sample-progress";

/** A sample with how far its auditors are. `isOverdue` while calls wait after the day by which it was to be done. */
export type SampleListItem = {
  id: string;
  name: string;
  kind: AuditKind;
  campaign: { id: number; name: string };
  startsOn: string;
  endsOn: string;
  dueOn: string | null;
  drawnCount: number;
  isOverdue: boolean;
  createdAt: Date;
  progress: AuditorProgress[];
};

type ListSamplesInput = { viewer: Viewer; cursor?: string | null; limit?: number };

/** The samples of the campaigns that a viewer draws for, newest first. Auditors and agents see none. */
export async function listSamples({ viewer, cursor, limit = 25 }: ListSamplesInput): Promise<Page<SampleListItem>> {
  const size = Math.min(limit, MAX_PAGE_SIZE);
  const place = decodeCursor(cursor ?? "");
  const rows = await db
    .select({
      ...{ id: samples.id, name: samples.name, kind: samples.kind, startsOn: samples.startsOn, endsOn: samples.endsOn },
      ...{ dueOn: samples.dueOn, drawnCount: samples.drawnCount, createdAt: samples.createdAt, isPastDue },
      campaign: { id: campaigns.id, name: campaigns.name },
    })
    .from(samples)
    .innerJoin(campaigns, eq(campaigns.id, samples.campaignId))
    .where(
      and(
        visibleSamples(viewer),
        place ? sql`(${samples.createdAt}, ${samples.id}) < (${sql.param(place.at, samples.createdAt)}, ${place.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(samples.createdAt), desc(samples.id))
    .limit(size + 1);
  const page = toPage(rows, size, ({ createdAt, id }) => ({ at: createdAt, id }));
  const progressOf = await readSampleProgress(page.items.map(({ id }) => id));
  const items = page.items.map(({ isPastDue: isPast, ...sample }) => {
    const progress = progressOf.get(sample.id) ?? [];
    return { ...sample, progress, isOverdue: isPast && progress.some(({ openCount }) => openCount > 0) };
  });
  return { items, nextCursor: page.nextCursor };
}
