"use client";

import { Button } from "@heroui/react/button";
import { useTranslations } from "next-intl";
import { useRef, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TimeWithZone } from "@/components/ui/time-with-zone";

type RevokeApiKeyProps = { name: string; last4: string; lastUse: { at: Date; by: string } | null; revoke: () => Promise<void> };

/** Ends a key at once, after a question that says when it was last used. */
export function RevokeApiKey({ name, last4, lastUse, revoke }: RevokeApiKeyProps) {
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
      >
        <p className="mt-3 rounded-lg bg-surface-secondary px-3 py-2 text-sm wrap-anywhere">
          {lastUse === null ? (
            t("revoke.neverUsed")
          ) : (
            <>
              {t("revoke.lastUsed")} <TimeWithZone value={lastUse.at} isBrief />
              {lastUse.by !== "" && <span className="block text-xs text-muted">{lastUse.by}</span>}
            </>
          )}
        </p>
      </ConfirmDialog>
    </>
  );
}
