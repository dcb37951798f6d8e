"use client";

import { Button } from "@heroui/react/button";
import { Play } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import { FormProblem } from "@/components/ui/form-problem";

export type SendSampleOutcome = { callId: string } | { problem: "no_connection" | "refused" | "failed" };
export type SendSampleAction = () => Promise<SendSampleOutcome>;

type SendSampleCallProps = {
  send: SendSampleAction;
  /** What became of the calls that are on the page, as shown. */
  calls: { id: string; progress: ReactNode }[];
};

/** Sends a sample call through the real path, and shows how far it has come. */
export function SendSampleCall({ send, calls }: SendSampleCallProps) {
  const t = useTranslations("sampleCall");
  const [isPending, startTransition] = useTransition();
  const [outcome, setOutcome] = useState<SendSampleOutcome | null>(null);
  const callId = outcome && "callId" in outcome ? outcome.callId : null;
  return (
    <div>
      <Button isPending={isPending} onPress={() => startTransition(async () => setOutcome(await send()))}>
        <Play />
        {callId === null ? t("send") : t("sendAnother")}
      </Button>
      <div role="status" className="mt-2 empty:hidden">
        {outcome && "problem" in outcome && <FormProblem>{t(outcome.problem)}</FormProblem>}
        {callId !== null &&
          (calls.find(({ id }) => id === callId)?.progress ?? (
            <Link href={`/dashboard/calls/${callId}`} prefetch={false} className="rounded-sm text-link underline underline-offset-2">
              {t("openCall")}
            </Link>
          ))}
      </div>
    </div>
  );
}
