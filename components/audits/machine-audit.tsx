"use client";

import { Button } from "@heroui/react/button";
import { Bot, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { WorkFailure } from "@/components/machine-work/work-failure";
import { answerOr } from "@/components/ui/answer-or";
import type { MachineAuditState } from "@/lib/audits/get-task-auditing";

type MachineAuditProps = {
  machine: MachineAuditState;
  hasAudit: boolean;
  /** Null where there is nothing for a machine to do. */
  request: (() => Promise<boolean>) | null;
};

/** Where the machine's audit of a call stands, why it failed, and a button that orders it. Nothing where machines have no part. */
export function MachineAudit({ machine, hasAudit, request }: MachineAuditProps) {
  const t = useTranslations("auditSheet.machine");
  const [hasFailed, setHasFailed] = useState(false);
  const [isPending, startTransition] = useTransition();
  const isUnderWay = machine?.status === "queued" || machine?.status === "running";
  if (!request && !isUnderWay && machine?.status !== "failed") return null;
  return (
    <div className="flex flex-col gap-2 border-t border-separator px-4 py-3 text-sm">
      {isUnderWay && (
        <p role="status" className="flex items-center gap-2">
          <LoaderCircle aria-hidden className="size-4 animate-spin text-accent motion-reduce:animate-none" />
          {t(machine.status === "queued" ? "queued" : "running")}
        </p>
      )}
      {machine && <WorkFailure work={machine} title={t("failed")} />}
      {request && !isUnderWay && (
        <Button
          size="sm"
          variant="outline"
          className="self-start"
          isPending={isPending}
          onPress={() => startTransition(async () => setHasFailed(!(await answerOr(request(), false))))}
        >
          <Bot aria-hidden />
          {t(machine === null && !hasAudit ? "request" : "again")}
        </Button>
      )}
      {hasFailed && (
        <p role="alert" className="text-danger-soft-foreground">
          {t("notDone")}
        </p>
      )}
    </div>
  );
}
