"use client";

import { Button } from "@heroui/react/button";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { CopyField } from "@/components/ui/copy-field";

type NewKeyDialogProps = {
  apiKey: string;
  /** What goes with the key to wherever it is stored and is no secret; and what the key itself is called there. */
  companion?: { label: string; value: string; keyLabel: string };
  onStored?: () => void;
};

/** Shows a new key for the only time. Only the button that says it is stored closes it: a key that slips away is a key to make again. */
export function NewKeyDialog({ apiKey, companion, onStored }: NewKeyDialogProps) {
  const t = useTranslations("apiKeys.created");
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isStored, setIsStored] = useState(false);

  useEffect(() => {
    if (!isStored) dialog.current?.showModal();
  }, [isStored]);

  if (isStored) return null;
  return (
    <dialog
      ref={dialog}
      closedby="none"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      onCancel={(event) => event.preventDefault()}
      // A second Escape closes a dialog whatever its page says.
      onClose={(event) => event.currentTarget.showModal()}
      className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-xl bg-overlay p-5 text-foreground shadow-overlay backdrop:bg-backdrop"
    >
      <h2 id={`${id}-title`} className="flex items-center gap-2 text-base font-semibold">
        <KeyRound aria-hidden className="size-5 text-accent" />
        {t("title")}
      </h2>
      <p id={`${id}-description`} className="mt-1 text-muted">
        {t("description")}
      </p>
      {companion && (
        <div className="mt-4">
          <CopyField label={companion.label} value={companion.value} />
          <div className="mt-4 -mb-3 text-xs font-medium text-muted">{companion.keyLabel}</div>
        </div>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-2 rounded-lg border border-border bg-surface-secondary p-3">
        <code className="min-w-0 flex-1 basis-64 font-mono text-[0.8125rem] leading-5 wrap-anywhere select-all">{apiKey}</code>
        <CopyButton value={apiKey} name={t("key")} isLabelled />
      </div>
      <div className="mt-5 flex justify-end">
        <Button
          onPress={() => {
            setIsStored(true);
            onStored?.();
          }}
        >
          {t("stored")}
        </Button>
      </div>
    </dialog>
  );
}
