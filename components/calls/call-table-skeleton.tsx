import { Panel } from "@/components/ui/panel";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

const ROWS = Array.from({ length: 8 }, (_, index) => `row-${index}`);

/** The list of calls without a recording before it is there, in its own shape. */
export function CallTableSkeleton() {
  return (
    <div aria-busy="true">
      <SkeletonBar className="mb-6 h-7 w-64 rounded-lg" />
      <SkeletonBar className="mb-3 h-9 w-56 rounded-lg" />
      <Panel>
        {ROWS.map((row) => (
          <div key={row} className="flex h-9 items-center gap-6 border-b border-separator px-3 last:border-b-0">
            <SkeletonBar className="h-3.5 w-36 rounded-md" />
            <SkeletonBar className="hidden h-3.5 w-32 rounded-md md:block" />
            <SkeletonBar className="h-3.5 w-28 rounded-md" />
            <SkeletonBar className="hidden h-3.5 flex-1 rounded-md md:block" />
          </div>
        ))}
      </Panel>
    </div>
  );
}
