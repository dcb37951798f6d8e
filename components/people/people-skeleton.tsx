import { Panel } from "@/components/ui/panel";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

const ROWS = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** The list of people before its rows are here, in its own shape. */
export function PeopleSkeleton() {
  return (
    <div aria-busy="true">
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
      <Panel>
        {ROWS.map((row) => (
          <div key={row} className="flex h-9 items-center justify-between gap-6 border-b border-separator px-3 last:border-b-0">
            <SkeletonBar className="h-4 w-40" />
            <SkeletonBar className="hidden h-4 w-48 md:block" />
            <SkeletonBar className="hidden h-4 w-24 md:block" />
            <SkeletonBar className="hidden h-4 w-40 xl:block" />
            <SkeletonBar className="h-4 w-20" />
          </div>
        ))}
      </Panel>
    </div>
  );
}
