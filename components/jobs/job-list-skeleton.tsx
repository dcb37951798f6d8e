import { Panel } from "@/components/ui/panel";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

const ROWS = Array.from({ length: 4 }, (_, index) => `row-${index}`);

/** The list of jobs before it is there, in its own shape. */
export function JobListSkeleton() {
  return (
    <div aria-busy="true">
      <SkeletonBar className="mb-6 h-7 w-40 rounded-lg" />
      <Panel>
        {ROWS.map((row) => (
          <div key={row} className="flex flex-col gap-2 border-b border-separator px-4 py-3 last:border-b-0">
            <SkeletonBar className="h-3.5 w-32 rounded-md" />
            <SkeletonBar className="h-4 w-64 max-w-full rounded-md" />
            <SkeletonBar className="h-1.5 w-full rounded-full" />
          </div>
        ))}
      </Panel>
    </div>
  );
}
