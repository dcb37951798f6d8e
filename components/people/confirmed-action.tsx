"use client";

import { Button } from "@heroui/react/button";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormProblem } from "@/components/ui/form-problem";
import type { UserConflict } from "@/lib/users/user-conflict";

/** Null when it was done. */
export type PersonActionState = null | UserConflict | "failed";

type ConfirmedActionProps = {
  label: string;
  icon: ReactNode;
  /** What is asked first; without it, the button acts at once. */
  question?: { title: string; description: string };
  /** Said once it was done. */
  doneLabel?: string;
  isDanger?: boolean;
  act: () => Promise<PersonActionState>;
};

/** A button that changes a person's access, and says why where that is refused. */
export function ConfirmedAction({ label, icon, question, doneLabel, isDanger = false, act }: ConfirmedActionProps) {
  const t = useTranslations("people");
  const dialog = useRef<HTMLDialogElement>(null);
  const [outcome, setOutcome] = useState<{ problem: PersonActionState } | null>(null);
  const [isPending, startActing] = useTransition();
  const run = () =>
    startActing(async () => {
      const problem = await act();
      dialog.current?.close();
      setOutcome({ problem });
    });
  const problem = outcome?.problem ?? null;
  return (
    <>
      <Button
        variant={isDanger ? "danger-soft" : "outline"}
        isPending={isPending}
        onPress={() => (question ? dialog.current?.showModal() : run())}
      >
        {icon}
        {label}
      </Button>
      {problem !== null && <FormProblem>{problem === "failed" ? t("access.failed") : t(`conflicts.${problem}`)}</FormProblem>}
      <span role="status" className="text-success-soft-foreground empty:hidden">
        {outcome && problem === null && doneLabel}
      </span>
      {question && (
        <ConfirmDialog
          ref={dialog}
          title={question.title}
          description={question.description}
          cancelLabel={t("access.cancel")}
          confirmLabel={label}
          isPending={isPending}
          onConfirm={run}
        />
      )}
    </>
  );
}
