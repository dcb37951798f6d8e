import { Panel } from "@/components/ui/panel";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

const ROWS = ["first", "second", "third"];

/** The page of API keys before its keys are here, in its own shape. */
export function ApiKeyListSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-5">
      <div>
        <SkeletonBar className="mb-2 h-7 w-40" />
        <SkeletonBar className="h-4 w-96 max-w-full" />
      </div>
      <Panel className="flex flex-wrap gap-4 p-4">
        <SkeletonBar className="h-9 min-w-48 flex-1" />
        <SkeletonBar className="h-9 w-64" />
        <SkeletonBar className="h-9 w-28" />
      </Panel>
      <Panel>
        {ROWS.map((row) => (
          <div key={row} className="flex items-center justify-between gap-6 border-b border-separator px-4 py-3 last:border-b-0">
            <SkeletonBar className="h-5 w-1/4" />
            <SkeletonBar className="hidden h-5 w-40 xl:block" />
            <SkeletonBar className="hidden h-5 w-40 xl:block" />
            <SkeletonBar className="h-5 w-20" />
          </div>
        ))}
      </Panel>
    </div>
  );
}
