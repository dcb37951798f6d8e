import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useChangeStream } from "@/components/ui/use-change-stream";

const POLL_MS = 5_000;

/** Shows the page anew while something moves, and only then: nobody who reads what is finished is disturbed. */
export function useRefreshWhile(isMoving: boolean, campaignId: number): void {
  const router = useRouter();
  useChangeStream("task", {
    onOpen: () => undefined,
    onChange: (changed) => {
      if (isMoving && (changed === null || changed === campaignId)) router.refresh();
    },
  });
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => router.refresh(), POLL_MS);
    return () => clearInterval(timer);
  }, [isMoving, router]);
}
