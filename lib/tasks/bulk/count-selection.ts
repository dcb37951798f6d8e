import { and, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { tasks } from "@/db/schema";
import { hasCallsToCalibrate } from "@/lib/audits/calibration-access";
import type { Viewer } from "@/lib/auth/viewer";
import { findTaskIds } from "../find-task-ids";
import { resolveFilters } from "../resolve-filters";
import { visibleTasks } from "../task-access";
import { asksForScores } from "../task-filters";
import type { TaskSelection } from "./task-selection";

type CountSelectionInput = { viewer: Viewer; selection: TaskSelection; limit: number };

/** How many tasks a selection holds that the viewer may see, counted up to `limit`. */
export async function countSelection({ viewer, selection, limit }: CountSelectionInput): Promise<number> {
  if (selection.kind === "picked") return db.$count(tasks, and(inArray(tasks.id, selection.taskIds), visibleTasks(viewer)));
  const sort = { key: "created", order: "asc" } as const;
  const filters = await resolveFilters(selection.filters);
  const isBlind = asksForScores(selection.filters, sort) && (await hasCallsToCalibrate(viewer));
  const ids = await findTaskIds({ viewer, filters, sort, isBackwards: false, place: null, rowCount: limit, isBlind });
  return Math.min(ids.length, limit);
}
