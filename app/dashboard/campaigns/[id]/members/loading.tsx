import { TableSkeleton } from "@/components/data-table/table-skeleton";

/** The list of members before it is here, in its own shape. */
export default function MembersLoading() {
  return <TableSkeleton columns={["w-40", "flex-1 max-md:hidden", "w-24 max-md:hidden"]} rowCount={4} rowClassName="h-9 px-4" />;
}
