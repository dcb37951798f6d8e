import { RowLink } from "@/components/data-table/row-link";

/** Shows the end of a task's id, which tells tasks apart. The link covers its whole row. */
export function TaskLink({ task: { id } }: { task: { id: string } }) {
  return (
    <RowLink href={`/dashboard/tasks/${id}`} className="font-mono text-xs">
      {id.slice(-8)}
    </RowLink>
  );
}
