import { Panel } from "@/components/ui/panel";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

const ROWS = Array.from({ length: 12 }, (_, index) => `row-${index}`);

/** The list of operators before it is there, in its own shape. */
export function OperatorTableSkeleton() {
  return (
    <div aria-busy="true">
      <SkeletonBar className="mb-2 h-7 w-40 rounded-lg" />
      <SkeletonBar className="mb-6 h-4 w-80 max-w-full rounded-md" />
      <SkeletonBar className="mb-3 h-9 w-full max-w-2xl rounded-lg" />
      <Panel>
        {ROWS.map((row) => (
          <div key={row} className="flex h-9 items-center gap-6 border-b border-separator px-3 last:border-b-0">
            <SkeletonBar className="h-3.5 w-40 rounded-md" />
            <SkeletonBar className="hidden h-3.5 w-20 rounded-md md:block" />
            <SkeletonBar className="ms-auto h-3.5 w-10 rounded-md" />
            <SkeletonBar className="hidden h-3.5 w-44 rounded-md sm:block" />
            <SkeletonBar className="hidden h-3.5 w-32 rounded-md lg:block" />
          </div>
        ))}
      </Panel>
    </div>
  );
}
