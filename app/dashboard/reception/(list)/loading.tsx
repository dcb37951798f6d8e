import { TableSkeleton } from "@/components/data-table/table-skeleton";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

/** The reception log before it is there, in its own shape. */
export default function ReceptionLoading() {
  return (
    <TableSkeleton columns={["w-40", "w-20", "hidden flex-1 md:block", "hidden w-32 md:block", "hidden w-10 sm:block"]} className="mt-7">
      <SkeletonBar className="mb-6 h-7 w-52 rounded-lg" />
      <SkeletonBar className="mb-3 h-9 w-full max-w-2xl rounded-lg" />
    </TableSkeleton>
  );
}
