import { TableSkeleton } from "@/components/data-table/table-skeleton";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

/** The list of tasks before it is there, in its own shape. */
export default function TasksLoading() {
  return (
    <TableSkeleton columns={["w-16", "hidden w-40 md:block", "w-28 flex-1", "hidden w-44 md:block", "w-20"]} className="mt-7">
      <SkeletonBar className="mb-6 h-7 w-40 rounded-lg" />
      <SkeletonBar className="mb-3 h-9 w-full max-w-2xl rounded-lg" />
    </TableSkeleton>
  );
}
