import type { Viewer } from "@/lib/auth/viewer";
import type { TaskListItem } from "./list-tasks";
import { readTaskPage } from "./read-task-page";
import type { TaskFilters, TaskSort } from "./task-filters";

/** Rows read at once: few enough that a piece takes no more than some dozens of milliseconds. */
const PIECE_SIZE = 500;

/** The whole list as filtered and sorted, piece by piece, only what the viewer may see. What comes meanwhile may be in it or not. */
export async function* listTaskPieces(input: { viewer: Viewer; filters: TaskFilters; sort: TaskSort }): AsyncGenerator<TaskListItem[]> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readTaskPage>> = await readTaskPage({ ...input, cursor, size: PIECE_SIZE });
    yield page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}
