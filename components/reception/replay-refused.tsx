"use client";

import { Button } from "@heroui/react/button";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { JobProgress } from "@/components/jobs/job-progress";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormProblem } from "@/components/ui/form-problem";

/** Null: nothing was left to replay, or it could not be ordered. */
export type RequestReplay = () => Promise<{ jobId: string } | { problem: "nothing" | "failed" }>;

type ReplayRefusedProps = {
  count: number;
  /** Null where each goes to the campaign that it names. */
  target: { id: number; name: string } | null;
  request: RequestReplay;
  cancel: (jobId: string) => Promise<void>;
};

/** Orders a replay of many, once that is confirmed, and shows how far it has come. */
export function ReplayRefused({ count, target, request, cancel }: ReplayRefusedProps) {
  const t = useTranslations("reception.bulk");
  const format = useFormatter();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [ordered, setOrdered] = useState<Awaited<ReturnType<RequestReplay>> | null>(null);
  const [isPending, startTransition] = useTransition();
  const order = () =>
    startTransition(async () => {
      setOrdered(await request());
      dialog.current?.close();
    });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button isDisabled={count === 0} onPress={() => dialog.current?.showModal()}>
          {t("action", { count })}
        </Button>
        <span className="text-muted">{count === 0 ? t("nothing") : t("excluded")}</span>
      </div>
      {ordered && "problem" in ordered && <FormProblem>{t(`problems.${ordered.problem}`)}</FormProblem>}
      {ordered && "jobId" in ordered && (
        <div className="flex flex-col gap-2 rounded-lg border border-border p-4">
          <JobProgress key={ordered.jobId} jobId={ordered.jobId} cancel={cancel} onEnd={() => router.refresh()} />
          <p className="text-xs text-muted">
            {t("goesOn")}{" "}
            <Link href="/dashboard/jobs" className="text-accent hover:underline">
              {t("jobs")}
            </Link>
          </p>
        </div>
      )}
      <ConfirmDialog
        ref={dialog}
        title={t("confirmTitle", { count, number: format.number(count) })}
        description={target ? t("confirmTarget", target) : t("confirmDescription")}
        cancelLabel={t("cancel")}
        confirmLabel={t("confirm")}
        isPending={isPending}
        onConfirm={order}
      />
    </div>
  );
}
