import { TableSkeleton } from "@/components/data-table/table-skeleton";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

/** The list of disputes before it is there, in its own shape. */
export default function DisputesLoading() {
  return (
    <TableSkeleton columns={["w-72", "hidden w-24 sm:block", "hidden w-32 md:block", "hidden w-32 lg:block", "ms-auto w-24"]}>
      <SkeletonBar className="mb-2 h-7 w-40 rounded-lg" />
      <SkeletonBar className="mb-6 h-4 w-96 max-w-full rounded-md" />
      <SkeletonBar className="mb-3 h-9 w-full max-w-2xl rounded-lg" />
    </TableSkeleton>
  );
}
