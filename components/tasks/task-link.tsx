import Link from "next/link";

/** Shows the end of a task's id, which tells tasks apart. The link covers its whole row. */
export function TaskLink({ task: { id } }: { task: { id: string } }) {
  return (
    <Link
      href={`/dashboard/tasks/${id}`}
      // A page of links would ask for as many pages.
      prefetch={false}
      className="font-mono text-xs text-accent after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
    >
      {id.slice(-8)}
    </Link>
  );
}
