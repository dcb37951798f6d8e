import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import { SkeletonBar } from "@/components/ui/skeleton-bar";

type TableSkeletonProps = {
  /** How wide each column is, and where it is shown, as classes. */
  columns: string[];
  rowCount?: number;
  /** How high a row is, and how far its ends are from the edge. */
  rowClassName?: string;
  className?: string;
  /** What stands above the table. */
  children?: ReactNode;
};

/** A list before it is there, in its own shape. */
export function TableSkeleton({ columns, rowCount = 12, rowClassName = "h-9 px-3", className, children }: TableSkeletonProps) {
  const bars = columns.map((column, index) => ({ key: `column-${index}`, className: `h-3.5 rounded-md ${column}` }));
  const rows = Array.from({ length: rowCount }, (_, index) => `row-${index}`);
  return (
    <div aria-busy="true">
      {children}
      <Panel className={className}>
        {rows.map((row) => (
          <div key={row} className={`flex items-center gap-6 border-b border-separator last:border-b-0 ${rowClassName}`}>
            {bars.map((bar) => (
              <SkeletonBar {...bar} key={bar.key} />
            ))}
          </div>
        ))}
      </Panel>
    </div>
  );
}
