"use client";

import { Button } from "@heroui/react/button";
import { BadgeCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { SampleCheck } from "@/lib/assignments/verify-sample";

/** Makes the draw again and says whether the same calls come out. */
export function VerifySample({ verify }: { verify: () => Promise<SampleCheck> }) {
  const t = useTranslations("assignments.verify");
  const [check, setCheck] = useState<SampleCheck | "failed" | null>(null);
  const [isPending, startChecking] = useTransition();
  const run = () => startChecking(async () => setCheck(await verify().catch(() => "failed" as const)));
  return (
    <div className="flex flex-col items-start gap-3 border-t border-separator p-4">
      <Button size="sm" variant="outline" isPending={isPending} onPress={run}>
        {t("action")}
      </Button>
      <div role="status" className="text-[0.8125rem]">
        {!isPending && check !== null && <Outcome check={check} />}
      </div>
    </div>
  );
}

function Outcome({ check }: { check: SampleCheck | "failed" }) {
  const t = useTranslations("assignments.verify");
  if (check === "failed") return <p className="text-danger-soft-foreground">{t("failed")}</p>;
  const { isReproduced, drawnCount, againCount, populationThen, populationNow } = check;
  const Sign = isReproduced ? BadgeCheck : TriangleAlert;
  return (
    <p className={`flex items-start gap-2 ${isReproduced ? "text-success-soft-foreground" : "text-warning-soft-foreground"}`}>
      <Sign aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {isReproduced ? t("same", { count: drawnCount }) : t("differs", { again: againCount, count: drawnCount })}{" "}
        {populationNow !== populationThen && t("population", { before: populationThen, now: populationNow })}
      </span>
    </p>
  );
}
