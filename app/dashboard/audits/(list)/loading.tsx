import { TableSkeleton } from "@/components/data-table/table-skeleton";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

/** The list of audits before it is there, in its own shape. */
export default function AuditsLoading() {
  return (
    <TableSkeleton
      columns={["w-36", "hidden w-32 sm:block", "hidden w-32 lg:block", "hidden w-24 lg:block", "hidden w-20 sm:block", "ms-auto w-14"]}
    >
      <SkeletonBar className="mb-2 h-7 w-40 rounded-lg" />
      <SkeletonBar className="mb-6 h-4 w-80 max-w-full rounded-md" />
      <SkeletonBar className="mb-3 h-9 w-full max-w-3xl rounded-lg" />
    </TableSkeleton>
  );
}
