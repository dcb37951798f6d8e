import type { SortLink } from "@/components/data-table/data-table";
import { TASK_SORTS } from "@/lib/tasks/task-filters";
import type { TaskSearchParams } from "./search-params";

type Here = (change: Partial<TaskSearchParams>) => string;

/** Where each header that sorts leads: a first press sorts from high to low, the next turns the order round. */
export function sortLinksOf(params: TaskSearchParams, here: Here): Record<string, SortLink> {
  // Within a range of dates the list goes by call start, whatever the address says of when tasks were made.
  const effective = params.sort === "created" && (params.from || params.to) ? "started" : params.sort;
  return Object.fromEntries(
    TASK_SORTS.map((key) => {
      const isCurrent = key === effective;
      const order = isCurrent && params.order === "desc" ? "asc" : "desc";
      const direction = params.order === "desc" ? "descending" : "ascending";
      return [key, { href: here({ sort: key, order, page: "" }), direction: isCurrent ? direction : null }];
    }),
  );
}
