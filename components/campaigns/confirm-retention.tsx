"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** What stands between a shorter retention and its being saved. `recordingCount` is the least there are when `isMany`. */
export type UnconfirmedRetention = { retentionDays: number; recordingCount: number; isMany: boolean };

type ConfirmRetentionProps = {
  /** Null while there is nothing to ask. */
  unconfirmed: UnconfirmedRetention | null;
  isPending: boolean;
  onConfirm: (retentionDays: number) => void;
};

/** Asks before a retention is saved that deletes recordings. */
export function ConfirmRetention({ unconfirmed, isPending, onConfirm }: ConfirmRetentionProps) {
  const t = useTranslations("campaigns.retention");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (unconfirmed) dialog.current?.showModal();
    else dialog.current?.close();
  }, [unconfirmed]);
  const { retentionDays = 0, recordingCount = 0, isMany = false } = unconfirmed ?? {};
  return (
    <ConfirmDialog
      ref={dialog}
      title={t("title", { days: retentionDays })}
      description={t("description", { count: recordingCount, isMany: isMany ? "yes" : "no" })}
      cancelLabel={t("cancel")}
      confirmLabel={t("confirm")}
      isPending={isPending}
      onConfirm={() => onConfirm(retentionDays)}
    />
  );
}
