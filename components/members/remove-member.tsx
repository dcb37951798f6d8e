"use client";

import { Button } from "@heroui/react/button";
import { UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Ends somebody's belonging to a campaign, once that is confirmed. */
export function RemoveMember({ name, remove }: { name: string; remove: () => Promise<void> }) {
  const t = useTranslations("members.remove");
  const dialog = useRef<HTMLDialogElement>(null);
  const [isPending, startRemoving] = useTransition();
  return (
    <>
      <Button size="sm" isIconOnly variant="ghost" aria-label={t("actionNamed", { name })} onPress={() => dialog.current?.showModal()}>
        <UserMinus />
      </Button>
      <ConfirmDialog
        ref={dialog}
        title={t("title", { name })}
        description={t("description")}
        cancelLabel={t("cancel")}
        confirmLabel={t("confirm")}
        isPending={isPending}
        onConfirm={() => startRemoving(remove)}
      />
    </>
  );
}
