"use client";

import { Button } from "@heroui/react/button";
import { textAreaVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { type Ref, useId, useState } from "react";
import { REASON_MAX_LENGTH } from "@/lib/audits/answer-limits";

type ReasonDialogProps = {
  /** Opened by its showModal. */
  ref: Ref<HTMLDialogElement>;
  title: string;
  description: string;
  confirmLabel: string;
  isPending: boolean;
  onConfirm: (reason: string) => void;
};

/** Asks why something is done before it is. */
export function ReasonDialog({ ref, title, description, confirmLabel, isPending, onConfirm }: ReasonDialogProps) {
  const t = useTranslations("auditSheet");
  const id = useId();
  const [reason, setReason] = useState("");
  return (
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-xl bg-overlay p-5 text-foreground shadow-overlay backdrop:bg-backdrop"
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(reason.trim());
          setReason("");
        }}
      >
        <h2 id={`${id}-title`} className="text-base font-semibold">
          {title}
        </h2>
        <p id={`${id}-description`} className="mt-1 text-muted">
          {description}
        </p>
        <label className="mt-3 flex flex-col gap-1">
          <span className="text-sm font-medium">{t("reason")}</span>
          <textarea
            required
            rows={3}
            maxLength={REASON_MAX_LENGTH}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            className={textAreaVariants({ fullWidth: true })}
          />
        </label>
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button variant="outline" onPress={({ target }) => target.closest("dialog")?.close()}>
            {t("cancel")}
          </Button>
          <Button type="submit" isPending={isPending} isDisabled={reason.trim() === ""}>
            {confirmLabel}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
