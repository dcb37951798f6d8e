import { Check, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

/** A call's score, with a sign and a colour for whether it passes; equal passes. */
export function Score({ score, passingScore }: { score: number | null; passingScore: number }) {
  const t = useTranslations("tasks.score");
  const format = useFormatter();
  if (score === null)
    return (
      <span className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">{t("none")}</span>
      </span>
    );
  const isPassed = score >= passingScore;
  const Sign = isPassed ? Check : X;
  const word = t(isPassed ? "passed" : "failed", { passingScore: format.number(passingScore) });
  return (
    <span
      title={word}
      className={`inline-flex items-center gap-1 tabular-nums ${isPassed ? "text-success-soft-foreground" : "text-danger-soft-foreground"}`}
    >
      <Sign aria-hidden className="size-3.5" />
      {format.number(score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
      <span className="sr-only">, {word}</span>
    </span>
  );
}
