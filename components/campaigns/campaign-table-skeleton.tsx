import { skeletonVariants } from "@heroui/styles";
import { Panel } from "@/components/ui/panel";

const ROWS = ["first", "second", "third", "fourth", "fifth"];

/** The list of campaigns before its rows are here, in its own shape. */
export function CampaignTableSkeleton() {
  return (
    <div aria-busy="true">
      <Bar className="mb-2 h-7 w-40" />
      <Bar className="mb-6 h-4 w-72 max-w-full" />
      <div className="mb-3 flex flex-wrap justify-between gap-2">
        <Bar className="h-9 w-full sm:w-96" />
        <Bar className="h-9 w-56" />
      </div>
      <Panel>
        {ROWS.map((row) => (
          <div key={row} className="flex items-center justify-between gap-6 border-b border-separator px-4 py-2.5 last:border-b-0">
            <Bar className="h-5 flex-1" />
            <Bar className="hidden h-5 w-20 md:block" />
            <Bar className="hidden h-5 w-40 lg:block" />
            <Bar className="h-5 w-32" />
          </div>
        ))}
      </Panel>
    </div>
  );
}

function Bar({ className }: { className: string }) {
  return <div className={`${skeletonVariants().base()} ${className}`} />;
}
