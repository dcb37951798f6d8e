import { TableSkeleton } from "@/components/data-table/table-skeleton";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

/** Queue and samples before they are there, in their own shape. */
export default function AssignmentsLoading() {
  return (
    <TableSkeleton columns={["w-40", "hidden w-44 sm:block", "ms-auto w-24"]} rowCount={8}>
      <SkeletonBar className="mb-2 h-7 w-40 rounded-lg" />
      <SkeletonBar className="mb-6 h-4 w-80 max-w-full rounded-md" />
    </TableSkeleton>
  );
}
