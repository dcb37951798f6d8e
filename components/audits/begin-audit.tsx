"use client";

import { Button } from "@heroui/react/button";
import { ClipboardPen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { isTyping, useAreShortcutsOn } from "@/components/hearing/use-shortcuts";
import { FormProblem } from "@/components/ui/form-problem";
import type { AuditState } from "@/lib/audits/get-audit-state";
import type { SheetOutcome, SheetProblem } from "./sheet-actions";
import { wishForSheet } from "./sheet-wish";
import { useAuditWatch } from "./use-audit-watch";

type BeginAuditProps = {
  kind: "quality" | "calibration";
  campaignId: number;
  machine: string | null;
  begin: () => Promise<SheetOutcome>;
  readState: () => Promise<AuditState>;
};

/** Opens the audit of a call that nobody has audited, by the key that leads into a sheet too. */
export function BeginAudit({ kind, campaignId, machine, begin, readState }: BeginAuditProps) {
  const t = useTranslations("auditSheet");
  const areOn = useAreShortcutsOn();
  const button = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<SheetProblem | null>(null);
  const [isPending, startTransition] = useTransition();
  useAuditWatch({ campaignId, shown: { auditId: null, revision: 0, status: "none", machine }, read: readState });
  useEffect(() => {
    if (!areOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "a" || event.altKey || event.ctrlKey || event.metaKey || isTyping(event)) return;
      event.preventDefault();
      button.current?.querySelector("button")?.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [areOn]);
  const press = () =>
    startTransition(async () => {
      wishForSheet();
      const outcome = await begin().catch((): SheetOutcome => ({ status: "refused", problem: "away" }));
      setProblem(outcome.status === "refused" ? outcome.problem : null);
    });
  return (
    <div ref={button} className="flex flex-col items-start gap-3 px-4 py-4">
      <p className="text-muted">{t(kind === "calibration" ? "beginCalibrationHelp" : "beginHelp")}</p>
      <Button isPending={isPending} onPress={press}>
        <ClipboardPen aria-hidden />
        {t("begin")}
      </Button>
      {problem !== null && <FormProblem>{t(`problems.${problem}`)}</FormProblem>}
    </div>
  );
}
