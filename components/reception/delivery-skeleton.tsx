import { Panel } from "@/components/ui/panel";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

const ROWS = Array.from({ length: 10 }, (_, index) => `row-${index}`);

/** One delivery before it is there, in its own shape. */
export function DeliverySkeleton() {
  return (
    <div aria-busy="true">
      <SkeletonBar className="mb-2 h-7 w-64 rounded-lg" />
      <SkeletonBar className="mb-6 h-4 w-80 max-w-full rounded-md" />
      <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <Panel>
          {ROWS.map((row) => (
            <div key={row} className="flex h-9 items-center gap-6 border-b border-separator px-4 last:border-b-0">
              <SkeletonBar className="h-3.5 w-28 rounded-md" />
              <SkeletonBar className="h-3.5 flex-1 rounded-md" />
              <SkeletonBar className="h-3.5 flex-1 rounded-md" />
            </div>
          ))}
        </Panel>
        <Panel>
          <SkeletonBar className="m-4 h-24 rounded-lg" />
        </Panel>
      </div>
    </div>
  );
}
