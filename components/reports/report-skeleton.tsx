import { Panel } from "@/components/ui/panel";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

const TILES = ["a", "b", "c", "d", "e"];
const ROWS = Array.from({ length: 8 }, (_, index) => `row-${index}`);

/** A report before it is there, in its own shape: totals, a picture, a table. */
export function ReportSkeleton() {
  return (
    <div aria-busy="true">
      <SkeletonBar className="mb-2 h-7 w-48 rounded-lg" />
      <SkeletonBar className="mb-6 h-4 w-full max-w-xl rounded-md" />
      <SkeletonBar className="mb-3 h-9 w-full max-w-lg rounded-lg" />
      <div className="mb-4 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-border bg-separator lg:grid-cols-5">
        {TILES.map((tile) => (
          <div key={tile} className="bg-surface px-4 py-3 last:odd:max-lg:col-span-2">
            <SkeletonBar className="h-3.5 w-20 rounded-md" />
            <SkeletonBar className="mt-2 h-7 w-24 rounded-md" />
          </div>
        ))}
      </div>
      <SkeletonBar className="mb-3 h-9 w-full max-w-2xl rounded-lg" />
      <Panel>
        <div className="flex h-56 items-end p-4">
          <SkeletonBar className="h-40 w-full rounded-md" />
        </div>
        {ROWS.map((row) => (
          <div key={row} className="flex h-9 items-center gap-6 border-t border-separator px-3">
            <SkeletonBar className="h-3.5 w-40 rounded-md" />
            <SkeletonBar className="ms-auto h-3.5 w-16 rounded-md" />
            <SkeletonBar className="h-3.5 w-16 rounded-md" />
            <SkeletonBar className="hidden h-3.5 w-16 rounded-md md:block" />
            <SkeletonBar className="hidden h-3.5 w-24 rounded-md md:block" />
          </div>
        ))}
      </Panel>
    </div>
  );
}
