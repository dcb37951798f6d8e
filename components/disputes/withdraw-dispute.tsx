"use client";

import { Button } from "@heroui/react/button";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { DisputeAction } from "./dispute-form-state";
import { DisputeProblemText } from "./dispute-problem-text";

/** Takes a dispute back once that is confirmed: an answer is disputed once. */
export function WithdrawDispute({ action, question }: { action: DisputeAction; question: string }) {
  const t = useTranslations("disputes.withdraw");
  const dialog = useRef<HTMLDialogElement>(null);
  const { state, isPending, send } = useKeptForm(action, { status: "refused", problem: "failed" });
  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      <Button size="sm" variant="outline" aria-label={t("actionFor", { question })} onPress={() => dialog.current?.showModal()}>
        {t("action")}
      </Button>
      <DisputeProblemText state={state} />
      <ConfirmDialog
        ref={dialog}
        title={t("title")}
        description={t("description")}
        cancelLabel={t("cancel")}
        confirmLabel={t("confirm")}
        isPending={isPending}
        onConfirm={() => {
          send(new FormData());
          dialog.current?.close();
        }}
      />
    </div>
  );
}
