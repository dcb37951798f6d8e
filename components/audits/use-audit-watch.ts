import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useChangeStream } from "@/components/ui/use-change-stream";
import type { AuditState } from "@/lib/audits/get-audit-state";

type UseAuditWatchInput = {
  campaignId: number;
  /** What the page shows. */
  shown: AuditState;
  read: () => Promise<AuditState>;
};

/** A busy campaign tells of calls all the time: asked once in so long. */
const INTERVAL_MS = 3_000;

/** Shows the page anew when its audit, or the machine's work on it, has changed elsewhere: whether it was this one is asked for by a small question. */
export function useAuditWatch({ campaignId, shown, read }: UseAuditWatchInput): void {
  const router = useRouter();
  const latest = useRef({ shown, read });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastAt = useRef(0);
  useEffect(() => {
    latest.current = { shown, read };
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = async () => {
    timer.current = undefined;
    lastAt.current = Date.now();
    // A server that is away is the saving's to tell of.
    const now = await latest.current.read().catch(() => null);
    if (now && isBehind(latest.current.shown, now)) router.refresh();
  };
  const askSoon = () => {
    timer.current ??= setTimeout(() => void ask(), Math.max(200, lastAt.current + INTERVAL_MS - Date.now()));
  };
  useChangeStream("task", {
    onOpen: askSoon,
    onChange: (changed) => {
      if (changed === null || changed === campaignId) askSoon();
    },
  });
}

function isBehind(shown: AuditState, now: AuditState): boolean {
  return shown.auditId !== now.auditId || shown.status !== now.status || shown.machine !== now.machine || now.revision > shown.revision;
}
