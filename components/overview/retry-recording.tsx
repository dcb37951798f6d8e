"use client";

import { Button } from "@heroui/react/button";
import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";

export type RetryOutcome = "queued" | "running" | "nothing";
export type RetryRecordingAction = (callId: string) => Promise<RetryOutcome>;

const WORDS = { queued: "retryQueued", running: "retryRunning", nothing: "retryNothing" } as const;

/** Orders another round of attempts for one call's recording, and says what came of the order. */
export function RetryRecording({ callId, retry }: { callId: string; retry: RetryRecordingAction }) {
  const t = useTranslations("overview");
  const [isPending, startTransition] = useTransition();
  const [outcome, setOutcome] = useState<RetryOutcome | null>(null);
  return (
    <div role="status" className="flex min-h-8 items-center">
      {outcome ? (
        <span className="text-muted">{t(WORDS[outcome])}</span>
      ) : (
        <Button
          size="sm"
          variant="outline"
          isPending={isPending}
          onPress={() => startTransition(async () => setOutcome(await retry(callId)))}
        >
          <RotateCw />
          {t("retryNow")}
        </Button>
      )}
    </div>
  );
}
