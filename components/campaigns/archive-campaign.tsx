"use client";

import { Button } from "@heroui/react/button";
import { Archive } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Closes a campaign to calls, once that is confirmed. */
export function ArchiveCampaign({ name, archive }: { name: string; archive: () => Promise<void> }) {
  const t = useTranslations("campaigns.archive");
  const dialog = useRef<HTMLDialogElement>(null);
  const [isPending, startArchiving] = useTransition();
  return (
    <section className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-border px-4 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="font-semibold">{t("title")}</h2>
        <p className="text-muted">{t("description")}</p>
      </div>
      <Button variant="outline" onPress={() => dialog.current?.showModal()}>
        <Archive aria-hidden />
        {t("action")}
      </Button>
      <ConfirmDialog
        ref={dialog}
        title={t("confirmTitle", { name })}
        description={t("confirmDescription")}
        cancelLabel={t("cancel")}
        confirmLabel={t("confirm")}
        isPending={isPending}
        onConfirm={() => startArchiving(archive)}
      />
    </section>
  );
}
