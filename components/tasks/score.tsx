import { Check, EyeOff, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

type ScoreProps = {
  score: number | null;
  passingScore: number;
  /** The viewer has still to calibrate the call. */
  isHidden?: boolean;
};

/** A call's score, with a sign and a colour for whether it passes; equal passes. One that is hidden says why. */
export function Score({ score, passingScore, isHidden = false }: ScoreProps) {
  const t = useTranslations("tasks.score");
  const format = useFormatter();
  if (isHidden)
    return (
      <span className="inline-flex max-w-44 items-center gap-1.5 text-start text-xs leading-tight whitespace-normal text-muted">
        <EyeOff aria-hidden className="size-3.5 shrink-0" />
        {t("hidden")}
      </span>
    );
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
