"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChangeStream } from "@/components/ui/use-change-stream";
import { useRefreshSoon } from "@/components/ui/use-refresh-soon";

/** Shows the page anew when tasks come or change, and says whether it does. */
export function LiveTasks() {
  const t = useTranslations("tasks");
  const [isConnected, setIsConnected] = useState(true);
  const refreshSoon = useRefreshSoon();
  useChangeStream("task", {
    onOpen: () => {
      setIsConnected(true);
      refreshSoon();
    },
    onBreak: () => setIsConnected(false),
    onChange: refreshSoon,
  });
  return (
    <p role="status" title={isConnected ? t("liveHelp") : undefined} className="flex h-9 items-center gap-2 text-xs text-muted">
      <span aria-hidden className={`size-2 rounded-full ${isConnected ? "bg-success" : "bg-warning"}`} />
      {isConnected ? t("live") : t("livePaused")}
    </p>
  );
}
