import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { assignments, audits, operators, samples, tasks, users } from "@/db/schema";
import { hasCallsToCalibrate, isHiddenForCalibration } from "@/lib/audits/calibration-access";
import type { Viewer } from "@/lib/auth/viewer";
import { MAX_PAGE_SIZE, type Page } from "@/lib/pagination";
import { sampleNotFound, visibleSample } from "./assignment-access";
import { assignmentState } from "./assignment-columns";
import type { AssignmentState } from "./assignment-state";

/** A call of a sample with who has it and what became of it. `score` once it is audited, and not hidden. */
export type SampleCall = {
  id: string;
  taskId: string;
  operatorName: string | null;
  startedAt: Date;
  auditor: { userId: string; name: string };
  state: AssignmentState;
  endedAt: Date | null;
  skipReason: string;
  score: number | null;
  /** The viewer has still to calibrate the call, and is not to be led. */
  isScoreHidden: boolean;
};

type ListSampleCallsInput = { viewer: Viewer; sampleId: string; state?: AssignmentState | null; cursor?: string | null; limit?: number };

const cursorShape = z.tuple([z.number().int(), z.uuid()]);

/** The calls of a sample in the order of the queues. For admins and the campaign's supervisors; not found for others. */
export async function listSampleCalls({
  viewer,
  sampleId,
  state = null,
  cursor,
  limit = 50,
}: ListSampleCallsInput): Promise<Page<SampleCall>> {
  if ((await db.$count(samples, visibleSample(viewer, sampleId))) === 0) throw sampleNotFound();
  const size = Math.min(limit, MAX_PAGE_SIZE);
  const place = decodePlace(cursor ?? "");
  const calibrates = await hasCallsToCalibrate(viewer);
  const rows = await db
    .select({
      ...{ id: assignments.id, taskId: assignments.taskId, operatorName: operators.name, startedAt: tasks.startedAt },
      ...{ auditor: { userId: users.id, name: users.name }, state: assignmentState, skipReason: assignments.skipReason },
      endedAt: sql<Date | null>`coalesce(${assignments.completedAt}, ${assignments.skippedAt})`.mapWith(assignments.completedAt),
      ...{ score: audits.score, isScoreHidden: calibrates ? isHiddenForCalibration(viewer) : sql<boolean>`false` },
      position: assignments.position,
    })
    .from(assignments)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .innerJoin(users, eq(users.id, assignments.auditorId))
    .leftJoin(operators, eq(operators.id, tasks.operatorId))
    .leftJoin(audits, and(eq(audits.taskId, tasks.id), eq(audits.kind, assignments.kind), isTheirs, sql`${audits.status} <> 'open'`))
    .where(
      and(
        eq(assignments.sampleId, sampleId),
        state === null ? undefined : sql`${assignmentState} = ${state}`,
        place ? sql`(${assignments.position}, ${assignments.id}) > (${place[0]}, ${place[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(assignments.position), asc(assignments.id))
    .limit(size + 1);
  const last = rows.slice(0, size).at(-1);
  return {
    items: rows.slice(0, size).map(({ position: _, ...call }) => (call.isScoreHidden ? { ...call, score: null } : call)),
    nextCursor: rows.length > size && last ? Buffer.from(JSON.stringify([last.position, last.id])).toString("base64url") : null,
  };
}

/** The audit that the auditor was asked for: of calibrations their own. */
const isTheirs = sql`(${audits.kind} = 'quality' or ${audits.auditorId} = ${assignments.auditorId})`;

function decodePlace(text: string): z.infer<typeof cursorShape> | null {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}
