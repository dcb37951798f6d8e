import { TableSkeleton } from "@/components/data-table/table-skeleton";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

/** The list of campaigns before its rows are here, in its own shape. */
export default function CampaignsLoading() {
  return (
    <TableSkeleton columns={["flex-1", "hidden w-20 md:block", "hidden w-40 lg:block", "w-32"]} rowCount={5} rowClassName="h-10 px-4">
      <SkeletonBar className="mb-2 h-7 w-40 rounded-lg" />
      <SkeletonBar className="mb-6 h-4 w-72 max-w-full rounded-md" />
      <div className="mb-3 flex flex-wrap justify-between gap-2">
        <SkeletonBar className="h-9 w-full rounded-lg sm:w-96" />
        <SkeletonBar className="h-9 w-56 rounded-lg" />
      </div>
    </TableSkeleton>
  );
}
