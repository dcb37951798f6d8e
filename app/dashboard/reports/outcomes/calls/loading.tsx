import { TableSkeleton } from "@/components/data-table/table-skeleton";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

/** The calls behind a number before they are there, in their own shape. */
export default function OutcomeCallsLoading() {
  return (
    <TableSkeleton columns={["w-36", "hidden w-32 md:block", "w-28", "hidden flex-1 md:block", "w-16"]}>
      <SkeletonBar className="mb-6 h-7 w-64 rounded-lg" />
      <SkeletonBar className="mb-3 h-9 w-full max-w-lg rounded-lg" />
    </TableSkeleton>
  );
}
