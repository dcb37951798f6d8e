import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { countSelection } from "./count-selection";
import type { TaskSelection } from "./task-selection";

/** A job about more tasks than these is a mistake in the filter more often than not. */
export const MAX_BULK_TASKS = 100_000;

/** Who may change many tasks at once, and with them which operator a call is counted for. */
export function canAssignOperators({ role }: Viewer): boolean {
  return role === "admin" || role === "supervisor";
}

/** How many tasks a job is about. Throws `invalid` for more than a job does. */
export async function countBulk({ viewer, selection }: { viewer: Viewer; selection: TaskSelection }): Promise<number> {
  const count = await countSelection({ viewer, selection, limit: MAX_BULK_TASKS + 1 });
  if (count > MAX_BULK_TASKS)
    throw new AppError("invalid", `More than ${MAX_BULK_TASKS} tasks match: narrow the list first.`, { details: { problem: "too_many" } });
  return count;
}
