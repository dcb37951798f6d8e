"use client";

import { Button } from "@heroui/react/button";
import { type ReactNode, type Ref, useId } from "react";

type ConfirmDialogProps = {
  /** Opened by its showModal. */
  ref: Ref<HTMLDialogElement>;
  title: ReactNode;
  description: ReactNode;
  cancelLabel: string;
  confirmLabel: string;
  isPending: boolean;
  onConfirm: () => void;
  /** `danger` for what cannot simply be undone. */
  tone?: "danger" | "primary";
  /** What must be chosen before confirming. */
  children?: ReactNode;
};

/** Asks before something that cannot simply be undone. The browser's own dialog holds focus and closes on Escape. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { ref, title, description, cancelLabel, confirmLabel, isPending, onConfirm, tone = "danger", children } = props;
  const id = useId();
  return (
    <dialog
      ref={ref}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-xl bg-overlay p-5 text-foreground shadow-overlay backdrop:bg-backdrop"
    >
      <h2 id={`${id}-title`} className="text-base font-semibold wrap-anywhere">
        {title}
      </h2>
      <p id={`${id}-description`} className="mt-1 text-muted">
        {description}
      </p>
      {children}
      <form method="dialog" className="mt-5 flex flex-wrap justify-end gap-2">
        <Button type="submit" variant="outline">
          {cancelLabel}
        </Button>
        <Button variant={tone} isPending={isPending} onPress={onConfirm}>
          {confirmLabel}
        </Button>
      </form>
    </dialog>
  );
}
