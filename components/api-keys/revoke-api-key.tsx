"use client";

import { Button } from "@heroui/react/button";
import { useTranslations } from "next-intl";
import { useRef, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

type RevokeApiKeyProps = { name: string; last4: string; revoke: () => Promise<void> };

/** Ends a key at once, after a question. */
export function RevokeApiKey({ name, last4, revoke }: RevokeApiKeyProps) {
  const t = useTranslations("apiKeys");
  const dialog = useRef<HTMLDialogElement>(null);
  const [isPending, startRevoking] = useTransition();
  return (
    <>
      <Button size="sm" variant="danger-soft" aria-label={t("revoke.actionNamed", { name })} onPress={() => dialog.current?.showModal()}>
        {t("revoke.action")}
      </Button>
      <ConfirmDialog
        ref={dialog}
        title={t("revoke.title", { name })}
        description={t("revoke.description", { last4 })}
        cancelLabel={t("cancel")}
        confirmLabel={t("revoke.confirm")}
        isPending={isPending}
        onConfirm={() => startRevoking(revoke)}
      />
    </>
  );
}
