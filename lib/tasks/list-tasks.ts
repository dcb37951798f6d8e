import type { Direction, Source, TaskStatus } from "@/db/enums";
import type { Viewer } from "@/lib/auth/viewer";
import { MAX_PAGE_SIZE, type Page } from "@/lib/pagination";
import type { Snippet } from "@/lib/transcripts/snippet";
import { readTaskPage } from "./read-task-page";
import type { TaskFilters, TaskSort } from "./task-filters";

export type TaskListItem = {
  id: string;
  campaignId: number;
  campaignName: string;
  /** Null: the platform named nobody, or an extension. */
  operatorName: string | null;
  extension: string;
  direction: Direction;
  source: Source;
  status: TaskStatus;
  failure: string | null;
  /** The other party: who called, or who was called. As it came; empty for a hidden caller. */
  number: string;
  startedAt: Date;
  createdAt: Date;
  durationSeconds: number;
  isPartial: boolean;
  /** 0 to 100; null until the call is scored, and while it is hidden. */
  score: number | null;
  /** The viewer has still to calibrate the call, and is not to be led. */
  isScoreHidden: boolean;
  /** Score from which the campaign's calls pass. */
  passingScore: number;
  /** What came of a pay-per-call call; null for any other. `revenue` is also null for those who may not see money. */
  outcome: { converted: boolean | null; revenue: string | null; buyerName: string; publisherName: string } | null;
  /** Where the text that is looked for is said; null where it is not, or nothing is looked for. */
  snippet: Snippet | null;
};

export type TaskPage = Page<TaskListItem> & {
  /** Cursor of the page before; null when this is the first. */
  previousCursor: string | null;
  /** It asks for scores, so that calls which the viewer has still to calibrate are not in it. */
  leavesOut: boolean;
};

type ListTasksInput = {
  viewer: Viewer;
  filters?: TaskFilters;
  sort?: TaskSort;
  /** `nextCursor` or `previousCursor` of another page of the same sort; anything else opens the first page. */
  cursor?: string | null;
  limit?: number;
};

const NEWEST_FIRST: TaskSort = { key: "created", order: "desc" };

/** Newest tasks first, or as sorted; only those that the viewer may see. A page costs the same at any depth. */
export async function listTasks({ viewer, filters = {}, sort = NEWEST_FIRST, cursor, limit = 25 }: ListTasksInput): Promise<TaskPage> {
  return readTaskPage({ viewer, filters, sort, cursor, size: Math.min(Math.max(limit, 1), MAX_PAGE_SIZE) });
}
