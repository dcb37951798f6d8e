"use client";

import { Button } from "@heroui/react/button";
import { useTranslations } from "next-intl";
import { useRef, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

type DisableConnectionProps = { name: string; isDisabled: boolean; setDisabled: (isDisabled: boolean) => Promise<void> };

/** Closes a connection at once, after a question; or opens it again. */
export function DisableConnection({ name, isDisabled, setDisabled }: DisableConnectionProps) {
  const t = useTranslations("ariaSource.connections");
  const dialog = useRef<HTMLDialogElement>(null);
  const [isPending, startTransition] = useTransition();
  if (isDisabled)
    return (
      <Button
        size="sm"
        variant="outline"
        isPending={isPending}
        aria-label={t("enable.actionNamed", { name })}
        onPress={() => startTransition(() => setDisabled(false))}
      >
        {t("enable.action")}
      </Button>
    );
  return (
    <>
      <Button size="sm" variant="danger-soft" aria-label={t("disable.actionNamed", { name })} onPress={() => dialog.current?.showModal()}>
        {t("disable.action")}
      </Button>
      <ConfirmDialog
        ref={dialog}
        title={t("disable.title", { name })}
        description={t("disable.description")}
        cancelLabel={t("disable.cancel")}
        confirmLabel={t("disable.confirm")}
        isPending={isPending}
        onConfirm={() => startTransition(() => setDisabled(true))}
      />
    </>
  );
}
