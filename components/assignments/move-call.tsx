"use client";

import { Button } from "@heroui/react/button";
import { ArrowRightLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormField } from "@/components/ui/form-field";
import { NativeSelect } from "@/components/ui/native-select";
import type { SampleAuditor } from "@/lib/assignments/find-auditors";

/** Null once it was moved. */
export type MoveState = null | "has_it_already" | "ended" | "not_an_auditor" | "failed";

type MoveCallProps = { callName: string; auditors: SampleAuditor[]; move: (auditorId: string) => Promise<MoveState> };

/** Gives a call to somebody else. `auditors` are those who do not have it. */
export function MoveCall({ callName, auditors, move }: MoveCallProps) {
  const t = useTranslations("assignments.move");
  const dialog = useRef<HTMLDialogElement>(null);
  const select = useRef<HTMLSelectElement>(null);
  const [problem, setProblem] = useState<MoveState>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isPending, startMoving] = useTransition();
  const open = () => {
    setIsOpen(true);
    setProblem(null);
    dialog.current?.showModal();
  };
  const confirm = () =>
    startMoving(async () => {
      const auditorId = select.current?.value ?? "";
      const next = auditorId === "" ? null : await move(auditorId).catch(() => "failed" as const);
      setProblem(next);
      if (next === null) dialog.current?.close();
    });
  return (
    <>
      <Button size="sm" isIconOnly variant="ghost" aria-label={t("actionNamed", { name: callName })} onPress={open}>
        <ArrowRightLeft />
      </Button>
      <ConfirmDialog
        ref={dialog}
        tone="primary"
        title={t("title")}
        description={t("description", { name: callName })}
        cancelLabel={t("cancel")}
        confirmLabel={t("action")}
        isPending={isPending}
        onConfirm={confirm}
      >
        {isOpen && (
          <div className="mt-4">
            <FormField label={t("to")} error={problem && t(`problems.${problem}`)}>
              {(wiring) => (
                <NativeSelect {...wiring} ref={select}>
                  {auditors.map(({ userId, name }) => (
                    <option key={userId} value={userId}>
                      {name}
                    </option>
                  ))}
                </NativeSelect>
              )}
            </FormField>
          </div>
        )}
      </ConfirmDialog>
    </>
  );
}
