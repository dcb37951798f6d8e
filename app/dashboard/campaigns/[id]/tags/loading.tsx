import { TableSkeleton } from "@/components/data-table/table-skeleton";

/** The list of tags before it is here, in its own shape. */
export default function TagsLoading() {
  return <TableSkeleton columns={["w-32", "flex-1 max-md:hidden", "ms-auto w-10"]} rowCount={4} rowClassName="h-9 px-4" />;
}
