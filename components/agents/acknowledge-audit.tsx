"use client";

import { Button } from "@heroui/react/button";
import { CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DisputeAction } from "@/components/disputes/dispute-form-state";
import { DisputeProblemText } from "@/components/disputes/dispute-problem-text";
import { useKeptForm } from "@/components/ui/use-kept-form";

/** Has an agent say that they have read the audit. */
export function AcknowledgeAudit({ action }: { action: DisputeAction }) {
  const t = useTranslations("auditReading.acknowledge");
  const { state, isPending, formProps } = useKeptForm(action, { status: "refused", problem: "failed" });
  return (
    <form {...formProps} className="flex flex-col items-start gap-2">
      <DisputeProblemText state={state} />
      <Button type="submit" isPending={isPending}>
        <CheckCheck aria-hidden />
        {t("action")}
      </Button>
      <span className="text-xs text-muted">{t("help")}</span>
    </form>
  );
}
