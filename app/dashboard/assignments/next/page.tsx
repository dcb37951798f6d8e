import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { nextAssignment } from "@/lib/assignments/next-assignment";
import { requireViewer } from "@/lib/auth/require-viewer";
import { loadNextSearchParams } from "../search-params";

/** Leads to the call that is next in one's queue at this moment, or back to the queue once nothing is left. */
export default async function NextCallPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const { after } = await loadNextSearchParams(searchParams);
  const next = await nextAssignment({ viewer, afterTaskId: after });
  redirect(next ? `/dashboard/tasks/${next.taskId}?from=queue` : "/dashboard/assignments");
}
