import { TableSkeleton } from "@/components/data-table/table-skeleton";
import { Panel } from "@/components/ui/panel";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

/** The audit log before its entries are there, in its own shape. */
export function AuditLogSkeleton() {
  return (
    <TableSkeleton columns={["w-36", "w-28", "hidden w-44 md:block", "hidden flex-1 md:block"]}>
      <SkeletonBar className="mb-2 h-7 w-48 rounded-lg" />
      <SkeletonBar className="mb-5 h-4 w-96 max-w-full rounded-md" />
      <Panel className="mb-4 flex items-center justify-between gap-6 p-4">
        <SkeletonBar className="h-4 w-1/2 rounded-md" />
        <SkeletonBar className="h-8 w-24 rounded-lg" />
      </Panel>
      <div className="mb-3 flex flex-wrap gap-2">
        <SkeletonBar className="h-9 w-44 rounded-lg" />
        <SkeletonBar className="h-9 w-52 rounded-lg" />
        <SkeletonBar className="h-9 w-64 max-w-full rounded-lg" />
      </div>
    </TableSkeleton>
  );
}
