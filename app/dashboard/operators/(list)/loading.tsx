import { TableSkeleton } from "@/components/data-table/table-skeleton";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

/** The list of operators before it is there, in its own shape. */
export default function OperatorsLoading() {
  return (
    <TableSkeleton columns={["w-40", "hidden w-20 md:block", "ms-auto w-10", "hidden w-44 sm:block", "hidden w-32 lg:block"]}>
      <SkeletonBar className="mb-2 h-7 w-40 rounded-lg" />
      <SkeletonBar className="mb-6 h-4 w-80 max-w-full rounded-md" />
      <SkeletonBar className="mb-3 h-9 w-full max-w-2xl rounded-lg" />
    </TableSkeleton>
  );
}
