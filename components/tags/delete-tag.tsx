"use client";

import { Button } from "@heroui/react/button";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

type DeleteTagProps = { name: string; taskCount: number; isMany: boolean; remove: () => Promise<void> };

/** Deletes a tag, after saying how many calls lose it. */
export function DeleteTag({ name, taskCount, isMany, remove }: DeleteTagProps) {
  const t = useTranslations("tags.delete");
  const dialog = useRef<HTMLDialogElement>(null);
  const [isPending, startDeleting] = useTransition();
  return (
    <>
      <Button size="sm" isIconOnly variant="ghost" aria-label={t("actionNamed", { name })} onPress={() => dialog.current?.showModal()}>
        <Trash2 />
      </Button>
      <ConfirmDialog
        ref={dialog}
        title={t("title", { name })}
        description={t("description", { count: taskCount, isMany: isMany ? "yes" : "no" })}
        cancelLabel={t("cancel")}
        confirmLabel={t("confirm")}
        isPending={isPending}
        onConfirm={() => startDeleting(remove)}
      />
    </>
  );
}
