"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { Source } from "@/db/enums";
import type { OfferedSource } from "@/lib/campaigns/offered-sources";

/** What stands between another source and its being saved. `callCount` is the least there are when `isMany`. */
export type UnconfirmedSource = { wanted: OfferedSource; present: Source; callCount: number; isMany: boolean; lastCallAt: Date };

type ConfirmSourceProps = {
  /** Null while there is nothing to ask. */
  unconfirmed: UnconfirmedSource | null;
  timeZone: string | null;
  isPending: boolean;
  onConfirm: (source: OfferedSource) => void;
};

/** Asks before a campaign that gets calls is given another source. */
export function ConfirmSource({ unconfirmed, timeZone, isPending, onConfirm }: ConfirmSourceProps) {
  const t = useTranslations("audioSources.change");
  const tSources = useTranslations("sources");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (unconfirmed) dialog.current?.showModal();
    else dialog.current?.close();
  }, [unconfirmed]);
  if (!unconfirmed) return null;
  const { wanted, present, callCount, isMany, lastCallAt } = unconfirmed;
  const names = { present: tSources(present), wanted: tSources(wanted) };
  return (
    <ConfirmDialog
      ref={dialog}
      title={t("title", names)}
      description={t.rich("description", {
        ...names,
        count: callCount,
        isMany: isMany ? "yes" : "no",
        last: () => <TimeWithZone value={lastCallAt} timeZone={timeZone} isBrief />,
      })}
      cancelLabel={t("cancel")}
      confirmLabel={t("confirm", names)}
      isPending={isPending}
      onConfirm={() => onConfirm(wanted)}
    />
  );
}
