"use client";

import { Button } from "@heroui/react/button";
import { BadgeCheck, ClipboardCheck, RotateCcw, Trash2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormProblem } from "@/components/ui/form-problem";
import type { AuditSheet } from "@/lib/audits/get-audit";
import { ReasonDialog } from "./reason-dialog";
import type { SheetActions, SheetOutcome, SheetProblem } from "./sheet-actions";

type SheetFootProps = {
  sheet: AuditSheet;
  actions: SheetActions;
  missingCount: number;
  /** Why the last thing was not done. */
  problem: SheetProblem | null;
  isPending: boolean;
  onComplete: () => void;
  run: (act: () => Promise<SheetOutcome>) => void;
};

/** What can be done with an audit as a whole. */
export function SheetFoot({ sheet, actions, missingCount, problem, isPending, onComplete, run }: SheetFootProps) {
  const t = useTranslations("auditSheet");
  const reopening = useRef<HTMLDialogElement>(null);
  const withdrawing = useRef<HTMLDialogElement>(null);
  const deleting = useRef<HTMLDialogElement>(null);
  const { rights } = sheet;
  const isConfirming = sheet.status === "completed";
  const shown = problem === "unanswered" && missingCount === 0 ? null : problem;
  const hasAny = rights.mayComplete || rights.mayReopen || rights.mayValidate || rights.mayWithdrawValidation || rights.mayDelete;
  if (!hasAny) return null;
  const close = (dialog: HTMLDialogElement | null, act: () => Promise<SheetOutcome>) => {
    dialog?.close();
    run(act);
  };
  return (
    <div className="z-10 flex flex-col gap-2 rounded-b-lg border-t border-separator bg-surface px-4 py-3 xl:sticky xl:bottom-0">
      {shown !== null && (
        <FormProblem>{shown === "unanswered" ? t("missingSome", { count: missingCount }) : t(`problems.${shown}`)}</FormProblem>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {rights.mayComplete && (
          <Button isPending={isPending} onPress={onComplete}>
            <ClipboardCheck aria-hidden />
            {t(isConfirming ? "confirmMachine" : "complete")}
          </Button>
        )}
        {rights.mayValidate && (
          <Button isPending={isPending} onPress={() => run(actions.validate)}>
            <BadgeCheck aria-hidden />
            {t("validate")}
          </Button>
        )}
        {rights.mayReopen && (
          <Button variant="outline" isPending={isPending} onPress={() => reopening.current?.showModal()}>
            <RotateCcw aria-hidden />
            {t("reopen")}
          </Button>
        )}
        {rights.mayWithdrawValidation && (
          <Button variant="outline" isPending={isPending} onPress={() => withdrawing.current?.showModal()}>
            <Undo2 aria-hidden />
            {t("withdraw")}
          </Button>
        )}
        {rights.mayDelete && (
          <Button variant="ghost" isIconOnly aria-label={t("delete")} isPending={isPending} onPress={() => deleting.current?.showModal()}>
            <Trash2 aria-hidden />
          </Button>
        )}
      </div>
      <ReasonDialog
        ref={reopening}
        title={t("reopen")}
        description={t("reopenHelp")}
        confirmLabel={t("reopen")}
        isPending={isPending}
        onConfirm={(reason) => close(reopening.current, () => actions.reopen(reason))}
      />
      <ReasonDialog
        ref={withdrawing}
        title={t("withdraw")}
        description={t("withdrawHelp")}
        confirmLabel={t("withdraw")}
        isPending={isPending}
        onConfirm={(reason) => close(withdrawing.current, () => actions.withdrawValidation(reason))}
      />
      <ConfirmDialog
        ref={deleting}
        title={t("deleteTitle")}
        description={t("deleteHelp")}
        cancelLabel={t("cancel")}
        confirmLabel={t("delete")}
        isPending={isPending}
        onConfirm={() => close(deleting.current, actions.remove)}
      />
    </div>
  );
}
