import { TableSkeleton } from "@/components/data-table/table-skeleton";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

/** The list of people before its rows are here, in its own shape. */
export function PeopleSkeleton() {
  return (
    <TableSkeleton
      columns={["w-40", "hidden w-48 md:block", "hidden w-24 md:block", "hidden w-40 xl:block", "w-20"]}
      rowCount={6}
      rowClassName="h-9 justify-between px-3"
    >
      <div className="mb-5 flex items-end justify-between gap-6">
        <div>
          <SkeletonBar className="mb-2 h-7 w-40" />
          <SkeletonBar className="h-4 w-72 max-w-full" />
        </div>
        <SkeletonBar className="h-9 w-40" />
      </div>
      <div className="mb-3 flex flex-wrap gap-2">
        <SkeletonBar className="h-9 w-64" />
        <SkeletonBar className="h-9 w-24" />
        <SkeletonBar className="h-9 w-24" />
      </div>
    </TableSkeleton>
  );
}
