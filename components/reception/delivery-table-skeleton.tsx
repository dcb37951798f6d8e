import { Panel } from "@/components/ui/panel";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

const ROWS = Array.from({ length: 12 }, (_, index) => `row-${index}`);

/** The reception log before it is there, in its own shape. */
export function DeliveryTableSkeleton() {
  return (
    <div aria-busy="true">
      <SkeletonBar className="mb-6 h-7 w-52 rounded-lg" />
      <SkeletonBar className="mb-3 h-9 w-full max-w-2xl rounded-lg" />
      <Panel className="mt-7">
        {ROWS.map((row) => (
          <div key={row} className="flex h-9 items-center gap-6 border-b border-separator px-3 last:border-b-0">
            <SkeletonBar className="h-3.5 w-40 rounded-md" />
            <SkeletonBar className="h-4 w-20 rounded-md" />
            <SkeletonBar className="hidden h-3.5 flex-1 rounded-md md:block" />
            <SkeletonBar className="hidden h-3.5 w-32 rounded-md md:block" />
            <SkeletonBar className="hidden h-3.5 w-10 rounded-md sm:block" />
          </div>
        ))}
      </Panel>
    </div>
  );
}
