"use client";

import { Button } from "@heroui/react/button";
import { textAreaVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { answerOr } from "@/components/ui/answer-or";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormField } from "@/components/ui/form-field";

/** Never what was skipped: that leads on to the next call. */
export type SkipState = "reason_missing" | "reason_too_long" | "failed";

/** Leaves a call of one's queue out, once a reason is given. */
export function SkipCall({ skip }: { skip: (reason: string) => Promise<SkipState> }) {
  const t = useTranslations("queueBar.skip");
  const dialog = useRef<HTMLDialogElement>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<SkipState | null>(null);
  const [isPending, startSkipping] = useTransition();
  const confirm = () =>
    startSkipping(async () => {
      setProblem((await answerOr(skip(reason.current?.value ?? ""), "failed")) ?? null);
    });
  return (
    <>
      <Button variant="ghost" onPress={() => dialog.current?.showModal()}>
        {t("action")}
      </Button>
      <ConfirmDialog
        ref={dialog}
        tone="primary"
        title={t("title")}
        description={t("description")}
        cancelLabel={t("cancel")}
        confirmLabel={t("confirm")}
        isPending={isPending}
        onConfirm={confirm}
      >
        <div className="mt-4">
          <FormField label={t("reason")} error={problem && t(`problems.${problem}`)}>
            {(wiring) => <textarea {...wiring} ref={reason} rows={3} maxLength={500} className={textAreaVariants({ fullWidth: true })} />}
          </FormField>
        </div>
      </ConfirmDialog>
    </>
  );
}
