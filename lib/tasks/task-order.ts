import { type SQL, sql } from "drizzle-orm";
import { tasks } from "@/db/schema";
import type { TaskSort } from "./task-filters";

/** Stands for no score: beyond every score in both orders, as in the indexes tasks_score_ascending_idx and tasks_score_descending_idx. */
const UNSCORED = 1000;

/** What the list is ordered by, as the database sorts it. */
export type TaskOrder = {
  expression: SQL;
  isDescending: boolean;
  /** A value of the expression, from a cursor, as a parameter. */
  param: (value: Date | number) => SQL;
};

type SortedValues = { createdAt: Date; startedAt: Date; durationSeconds: number; score: number | null };

/** The order of a sort. Scores have an index for each order, since the database puts those that are missing first in one of them. */
export function taskOrder({ key, order }: TaskSort): TaskOrder {
  const isDescending = order === "desc";
  switch (key) {
    case "created":
      return { expression: sql`${tasks.createdAt}`, isDescending, param: (value) => sql`${sql.param(value, tasks.createdAt)}` };
    case "started":
      return { expression: sql`${tasks.startedAt}`, isDescending, param: (value) => sql`${sql.param(value, tasks.startedAt)}` };
    case "duration":
      return { expression: sql`${tasks.durationSeconds}`, isDescending, param: (value) => sql`${sql.param(value, tasks.durationSeconds)}` };
    case "score":
      return {
        expression: isDescending ? sql`coalesce(-${tasks.score}, 1000)` : sql`coalesce(${tasks.score}, 1000)`,
        isDescending: false,
        param: (value) => sql`${value}::numeric`,
      };
  }
}

/** What a task is sorted by, as its order's expression has it. */
export function sortedValue({ key, order }: TaskSort, task: SortedValues): Date | number {
  switch (key) {
    case "created":
      return task.createdAt;
    case "started":
      return task.startedAt;
    case "duration":
      return task.durationSeconds;
    case "score":
      if (task.score === null) return UNSCORED;
      return order === "desc" ? -task.score : task.score;
  }
}
