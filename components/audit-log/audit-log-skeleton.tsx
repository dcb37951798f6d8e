import { Panel } from "@/components/ui/panel";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

const ROWS = Array.from({ length: 12 }, (_, index) => `row-${index}`);

/** The audit log before its entries are there, in its own shape. */
export function AuditLogSkeleton() {
  return (
    <div aria-busy="true">
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
      <Panel>
        {ROWS.map((row) => (
          <div key={row} className="flex h-9 items-center gap-6 border-b border-separator px-3 last:border-b-0">
            <SkeletonBar className="h-3.5 w-36 rounded-md" />
            <SkeletonBar className="h-3.5 w-28 rounded-md" />
            <SkeletonBar className="hidden h-3.5 w-44 rounded-md md:block" />
            <SkeletonBar className="hidden h-3.5 flex-1 rounded-md md:block" />
          </div>
        ))}
      </Panel>
    </div>
  );
}
