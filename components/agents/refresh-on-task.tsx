"use client";

import { useRouter } from "next/navigation";
import { useChangeStream } from "@/components/ui/use-change-stream";

/** Shows the page anew when something of one's own calls changes, such as a dispute that was decided. What is typed and played stays. */
export function RefreshOnTask() {
  const router = useRouter();
  useChangeStream("task", { onOpen: () => router.refresh(), onChange: () => router.refresh() });
  return null;
}
