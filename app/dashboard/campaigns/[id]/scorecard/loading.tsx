import { TableSkeleton } from "@/components/data-table/table-skeleton";

/** The questions of a scorecard before they are here, in their own shape. */
export default function ScorecardLoading() {
  return <TableSkeleton columns={["flex-1", "w-40 max-md:hidden", "ms-auto w-16"]} rowCount={8} rowClassName="h-12 px-4" />;
}
