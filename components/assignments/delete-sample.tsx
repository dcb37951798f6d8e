"use client";

import { Button } from "@heroui/react/button";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

type DeleteSampleProps = { name: string; openCount: number; remove: () => Promise<void> };

/** Takes the calls that wait out of the queues, after saying how many those are. */
export function DeleteSample({ name, openCount, remove }: DeleteSampleProps) {
  const t = useTranslations("assignments.delete");
  const dialog = useRef<HTMLDialogElement>(null);
  const [isPending, startDeleting] = useTransition();
  const confirm = () =>
    startDeleting(async () => {
      await remove();
      dialog.current?.close();
    });
  return (
    <>
      <Button variant="outline" onPress={() => dialog.current?.showModal()}>
        <Trash2 aria-hidden />
        {t("action")}
      </Button>
      <ConfirmDialog
        ref={dialog}
        title={t("title", { name })}
        description={t("description", { count: openCount })}
        cancelLabel={t("cancel")}
        confirmLabel={t("action")}
        isPending={isPending}
        onConfirm={confirm}
      />
    </>
  );
}
