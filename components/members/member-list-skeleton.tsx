import { Panel } from "@/components/ui/panel";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

const ROWS = ["first", "second", "third", "fourth"];

/** The list of members before it is here, in its own shape. */
export function MemberListSkeleton() {
  return (
    <div aria-busy="true">
      <Panel>
        {ROWS.map((row) => (
          <div key={row} className="flex h-9 items-center gap-6 border-b border-separator px-4 last:border-b-0">
            <SkeletonBar className="h-4 w-40" />
            <SkeletonBar className="h-4 flex-1 max-md:hidden" />
            <SkeletonBar className="h-4 w-24 max-md:hidden" />
          </div>
        ))}
      </Panel>
    </div>
  );
}
