import { TableSkeleton } from "@/components/data-table/table-skeleton";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

/** The list of calls without a recording before it is there, in its own shape. */
export default function CallsLoading() {
  return (
    <TableSkeleton columns={["w-36", "hidden w-32 md:block", "w-28", "hidden flex-1 md:block"]} rowCount={8}>
      <SkeletonBar className="mb-6 h-7 w-64 rounded-lg" />
      <SkeletonBar className="mb-3 h-9 w-56 rounded-lg" />
    </TableSkeleton>
  );
}
