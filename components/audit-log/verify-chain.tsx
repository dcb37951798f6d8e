"use client";

import { Button } from "@heroui/react/button";
import { CircleCheck, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { CopyField } from "@/components/ui/copy-field";
import { FormProblem } from "@/components/ui/form-problem";
import { Panel } from "@/components/ui/panel";
import type { AuditLogSlice } from "@/lib/audit-log/verify-audit-log-slice";

type Verification = {
  status: "running" | "whole" | "broken" | "failed";
  count: number;
  head: { seq: number; hash: string } | null;
  brokenAt: number | null;
};

const BEGINNING: Verification = { status: "running", count: 0, head: null, brokenAt: null };

/** Verifies the chain of the log, a slice after the other, and tells the hash to keep elsewhere. */
export function VerifyChain({ verifySlice }: { verifySlice: (after: number) => Promise<AuditLogSlice> }) {
  const t = useTranslations("auditLog.chain");
  const [verification, setVerification] = useState<Verification | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  const verify = async () => {
    let current = BEGINNING;
    const tell = (change: Partial<Verification>) => {
      current = { ...current, ...change };
      if (isHere.current) setVerification(current);
    };
    tell({});
    try {
      while (current.status === "running" && isHere.current) {
        const { checkedCount, lastSeq, lastHash, brokenAt } = await verifySlice(current.head?.seq ?? 0);
        const count = current.count + checkedCount;
        if (brokenAt !== null) tell({ status: "broken", count, brokenAt });
        else if (lastSeq === null || lastHash === null) tell({ status: "whole" });
        else tell({ count, head: { seq: lastSeq, hash: lastHash } });
      }
    } catch {
      tell({ status: "failed" });
    }
  };

  const isRunning = verification?.status === "running";
  return (
    <Panel className="mb-4">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 px-4 py-3">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="text-sm font-semibold">{t("title")}</h2>
          <p className="max-w-prose text-[0.8125rem] text-muted">{t("description")}</p>
        </div>
        <Button variant="outline" size="sm" isPending={isRunning} onPress={verify}>
          {t(verification === null ? "verify" : "again")}
        </Button>
      </div>
      <div role="status" className={verification ? "flex flex-col gap-3 border-t border-separator px-4 py-3" : ""}>
        {isRunning && (
          <p className="flex items-center gap-2 tabular-nums">
            <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-accent" />
            {t("running", { count: verification.count })}
          </p>
        )}
        {verification?.status === "whole" && (
          <p className="flex items-center gap-2 font-medium tabular-nums">
            <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
            {t("whole", { count: verification.count })}
          </p>
        )}
        {verification?.status === "whole" && verification.head && (
          <div>
            <CopyField label={t("head")} value={`${verification.head.seq}:${verification.head.hash}`} />
            <p className="mt-1 text-xs text-muted">{t("keep")}</p>
          </div>
        )}
        {verification?.status === "broken" && (
          <FormProblem>
            <strong className="font-semibold">{t("broken", { number: verification.brokenAt ?? 0 })}</strong>. {t("brokenHelp")}
          </FormProblem>
        )}
        {verification?.status === "failed" && <FormProblem>{t("failed")}</FormProblem>}
      </div>
    </Panel>
  );
}
